import { PusherQueryError, type Watch, type WatchOptions } from '@pusherkit/query'
import type { Health } from './health.ts'

/** Who is told of what watchers see. */
export interface Follower<Snapshot> {
  readonly health: Health
  readonly signal: AbortSignal
  /** Told of every answer, those too that are as before: charts move on. */
  readonly show: (snapshot: Snapshot) => void
  /** Told that there is no answer for now. */
  readonly lose: () => void
  /** Told of an answer that waiting will not mend, such as 403. */
  readonly refuse: (error: PusherQueryError) => void
}

/** A second screen shall be right again soon after an outage. In ms. */
const MAX_DELAY = 10_000

/** Keeps asking one question until the signal is aborted. Its name tells it from others that are asked at the same time. */
export async function follow<Snapshot>(
  question: string,
  watch: (options: WatchOptions) => Watch<Snapshot>,
  { health, signal, show, lose, refuse }: Follower<Snapshot>,
): Promise<void> {
  const onError = (error: PusherQueryError): void => {
    health.fail(question, error)
    lose()
  }
  try {
    for await (const snapshot of watch({ signal, all: true, maxDelay: MAX_DELAY, onError })) {
      health.settle(question)
      show(snapshot)
    }
  } catch (error) {
    if (!(error instanceof PusherQueryError)) throw error
    if (!signal.aborted) refuse(error)
  } finally {
    health.settle(question)
  }
}
