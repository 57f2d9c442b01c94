import type { KyInstance, Options, ResponsePromise } from 'ky'
import { PusherQueryError } from './query-error.ts'
import type { Question } from './question.ts'
import { type Explain, toQueryError } from './to-query-error.ts'

/** Where a question goes, and with what. */
export interface Target {
  /** May hold a signature. */
  readonly url: string
  /** The same for people: without query. */
  readonly shown: string
  readonly headers: Headers
}

/** An answer. */
export interface Answer {
  /** Undefined: it is still the one that is known. Only a poll is told so. */
  readonly value: object | undefined
  /** The tag to ask again with. */
  readonly etag: string | undefined
}

/** How a poll differs from a call. */
export interface PollOptions {
  /** The tag of the answer that is known. */
  readonly etag: string | undefined
}

/** Asks a question. Rejects with a `PusherQueryError`, and with nothing else. */
export type Send = (question: Question, poll?: PollOptions) => Promise<Answer>

/** What sending needs to know. */
export interface SendOptions {
  readonly ky: KyInstance
  readonly toTarget: (question: Question) => Target | Promise<Target>
  readonly explain: Explain
  /** Advice for an answer that is none of ours. */
  readonly advice: string
  /** In ms since 1970. */
  readonly now: () => number
}

/** Composes ky, the way to an URL and the reading of refusals. */
export function createSend({ ky, toTarget, explain, advice, now }: SendOptions): Send {
  return async (question, poll) => {
    const { signal, timeout } = question.call
    let shown = `GET ${question.path}`
    try {
      signal?.throwIfAborted()
      const target = await toTarget(question)
      shown = `GET ${target.shown}`
      const { headers } = target
      headers.set('accept', 'application/json')
      if (poll?.etag) headers.set('if-none-match', poll.etag)
      const pending = begin(ky, target, {
        prefix: '',
        headers,
        throwHttpErrors: (status) => !(status === 304 && poll?.etag),
        ...(signal && { signal }),
        ...(timeout && { timeout }),
        // The next poll is the retry. What an `afterResponse` hook asks for is still done.
        ...(poll && { retry: { shouldRetry: () => false } }),
      })
      const response = await pending
      if (response.status === 304) return { value: undefined, etag: poll?.etag }
      const value = question.read(await pending.json())
      if (value) return { value, etag: etagOf(response) }
      throw new PusherQueryError(
        'ERR_PUSHER_RESPONSE',
        `${shown} was answered ${response.status}, but with something else than ${question.path} has. ${advice}`,
        { status: response.status },
      )
    } catch (failure) {
      throw toQueryError(failure, { shown, signal, explain, now })
    }
  }
}

/**
 * The tag to ask again with. None for an answer of another origin: `If-None-Match` would need a preflight before each
 * poll and a server that allows it. There the browser's own cache asks with the tag, and costs no body either.
 */
const etagOf = (response: Response): string | undefined =>
  response.type === 'cors' ? undefined : (response.headers.get('etag') ?? undefined)

/** ky throws, and does not reject, for what can never be sent. */
function begin(ky: KyInstance, { url, shown }: Target, options: Options): ResponsePromise {
  try {
    return ky.get(url, options)
  } catch (cause) {
    const reason = /^https?:/.test(url)
      ? 'ky does not take its options'
      : 'baseUrl is relative, and there is no page here to resolve it: give an absolute URL'
    throw new PusherQueryError('ERR_PUSHER_INVALID_OPTION', `GET ${shown} cannot be sent: ${reason}`, {
      cause,
    })
  }
}
