/** What to write back. */
export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string
  /** Headers besides type and length. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Success: a JSON object. */
export const jsonAnswer = (value: object): Answer => ({
  status: 200,
  contentType: 'application/json',
  body: JSON.stringify(value),
})

/** Anything else: a plain sentence, as hosted Pusher answers. */
export const textAnswer = (status: number, sentence: string): Answer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body: sentence,
})
