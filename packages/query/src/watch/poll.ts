import { PusherQueryError } from '../query-error.ts'
import type { Question } from '../question.ts'
import type { Send } from '../send.ts'
import type { World } from '../world.ts'
import { delayAfter } from './delay.ts'
import { fingerprint } from './fingerprint.ts'
import { pause } from './pause.ts'
import type { Pace } from './watch-options.ts'

/**
 * Asks again and again, one question at a time, until the signal is aborted. Rejects with an error that waiting does not
 * mend; outlives all others.
 */
export async function* poll(
  send: Send,
  question: Question,
  { every, max, all, onError }: Pace,
  { page, random }: Pick<World, 'page' | 'random'>,
  signal: AbortSignal,
): AsyncGenerator<object, undefined, undefined> {
  const asked = { ...question, call: { ...question.call, signal } }
  let known: object | undefined
  let etag: string | undefined
  let failures = 0
  while (!signal.aborted) {
    let delay = every
    try {
      const answer = await send(asked, { etag })
      const value = answer.value ?? known
      const changed = answer.value !== undefined && fingerprint(value) !== fingerprint(known)
      known = value
      etag = answer.etag
      failures = 0
      if (value && (changed || all)) yield value
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof PusherQueryError) || isFinal(error)) throw error
      onError(error)
      failures += 1
      delay = delayAfter(failures, error, { every, max, random: random() })
    }
    await pause(delay, page, signal)
  }
}

/** 408, 425 and 429 say "later", 5xx and no answer at all may be an outage. Everything else stays as it is. */
const isFinal = ({ code, status }: PusherQueryError): boolean =>
  status === undefined
    ? code.startsWith('ERR_PUSHER_INVALID_') || code === 'ERR_PUSHER_ABORTED'
    : status >= 400 && status < 500 && ![408, 425, 429].includes(status)
