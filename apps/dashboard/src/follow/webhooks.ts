import type { Api } from '../api.ts'
import { readLines } from './read-lines.ts'

/** What the server tells of a webhook. */
export interface WebhookEntry {
  readonly number: number
  readonly name: string
  readonly text: string
  /** When it was received, in ms since 1970. */
  readonly at: number
}

/** Who is told of webhooks. */
export interface WebhookFollower {
  readonly signal: AbortSignal
  /** Begins anew: the server first tells what it remembers. */
  readonly open: () => void
  readonly show: (entry: WebhookEntry) => void
  readonly lose: () => void
}

/** How long to wait before the stream is opened again, in ms. */
const DELAY = 3_000

/**
 * Reads the stream of webhooks, and opens it again when it breaks.
 *
 * @returns Opens it anew, for when the network was away: a connection that nobody closed may be dead.
 */
export function followWebhooks(api: Api, { signal, open, show, lose }: WebhookFollower): () => void {
  let attempt = new AbortController()
  const read = async (until: AbortSignal): Promise<void> => {
    const lines = readLines(await api.webhooks(until))
    open()
    for await (const line of lines) show(JSON.parse(line) as WebhookEntry)
  }
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      attempt = new AbortController()
      await read(AbortSignal.any([signal, attempt.signal])).catch(() => {})
      if (signal.aborted) return
      lose()
      if (!attempt.signal.aborted) await pause(DELAY, AbortSignal.any([signal, attempt.signal]))
    }
  }
  void run()
  return () => attempt.abort()
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
