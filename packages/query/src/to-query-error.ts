import { isHTTPError, isKyError, isNetworkError, isTimeoutError } from 'ky'
import { PusherQueryError, type PusherQueryErrorCode } from './query-error.ts'

/** What a refusal means: the server's own words, or advice of ours. */
export interface Explanation {
  readonly code?: string | undefined
  readonly message: string
}

/** Reads a refusal. What it gives is shown to people, so it has no secrets. */
export type Explain = (status: number, body: unknown) => Explanation

/** What was asked, for the message. */
export interface Asked {
  /** Method and URL, without query. */
  readonly shown: string
  readonly signal: AbortSignal | undefined
  readonly explain: Explain
  /** In ms since 1970. */
  readonly now: () => number
}

/** Makes one kind of error of all that ky, `fetch` and hooks may reject with. */
export function toQueryError(failure: unknown, { shown, signal, explain, now }: Asked): PusherQueryError {
  if (failure instanceof PusherQueryError) return failure
  if (signal?.aborted) return aborted(shown, signal.reason)
  if (failure instanceof Error && failure.name === 'AbortError') return aborted(shown, failure)
  // Without its cause, whose words are the beginning of the body.
  if (failure instanceof SyntaxError) {
    return new PusherQueryError('ERR_PUSHER_RESPONSE', `${shown} was answered, but not with JSON`)
  }
  const cause = safeCause(failure)
  const error = (code: PusherQueryErrorCode, what: string) =>
    new PusherQueryError(code, `${shown} ${what}`, { cause })
  if (isTimeoutError(failure)) return error('ERR_PUSHER_TIMEOUT', 'was not answered in time')
  if (isHTTPError(failure)) {
    const { status, headers } = failure.response
    const { code = 'ERR_PUSHER_REQUEST', message } = explain(status, failure.data)
    return new PusherQueryError(code, `${shown} was answered ${status}: ${message}`, {
      status,
      retryAfter: retryAfter(headers, now()),
      cause,
    })
  }
  // A body that breaks off rejects with the TypeError of `fetch` itself.
  if (isNetworkError(failure) || failure instanceof TypeError)
    return error('ERR_PUSHER_NETWORK', 'got no answer')
  return error('ERR_PUSHER_REQUEST', 'could not be asked: a hook or the headers function failed')
}

const aborted = (shown: string, cause: unknown): PusherQueryError =>
  new PusherQueryError('ERR_PUSHER_ABORTED', `${shown} was aborted by its caller`, { cause })

/** The errors of ky hold the whole request, with its headers, and the answer: their words and their cause are kept. */
function safeCause(failure: unknown): unknown {
  if (!isKyError(failure)) return failure
  const { name, message, cause } = failure
  const safe = new Error(message.replace(/\?\S*/, ''), cause === undefined ? undefined : { cause })
  Object.defineProperty(safe, 'name', { value: name })
  return safe
}

/** Seconds or an HTTP date (RFC 9110 §10.2.3), in ms from now. */
function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  const time = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isNaN(time) ? undefined : Math.max(0, time)
}
