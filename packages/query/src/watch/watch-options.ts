import type { CallOptions } from '@pusherkit/core/contract'
import { isTime, MAX_TIME } from '../call-options.ts'
import { invalid } from '../invalid.ts'
import type { PusherQueryError } from '../query-error.ts'

/** How often to ask, and what to tell of it. */
export interface WatchOptions extends CallOptions {
  /** Ends the watcher when it is aborted: the loop ends, and nothing is thrown. */
  readonly signal?: AbortSignal | undefined
  /** The time between an answer and the next question, in ms. 2,000 unless told. */
  readonly every?: number | undefined
  /** The longest wait after errors, in ms. 60,000 unless told; never less than `every`. */
  readonly maxDelay?: number | undefined
  /** Whether every answer is a snapshot. Only answers that differ from the one before are, unless told. */
  readonly all?: boolean | undefined
  /** Told of each error that the watcher outlives. Whatever this function throws itself changes nothing. */
  readonly onError?: ((error: PusherQueryError) => unknown) | undefined
}

/** `WatchOptions` after validation, with every default filled in. */
export interface Pace {
  readonly every: number
  readonly max: number
  readonly all: boolean
  readonly onError: (error: PusherQueryError) => void
}

/** The keys of `WatchOptions` that a question knows nothing of. */
const WATCH_KEYS = ['every', 'maxDelay', 'all', 'onError']

/** @throws PusherQueryError `ERR_PUSHER_INVALID_PARAMS` */
export function toPace({ every = 2_000, maxDelay = 60_000, all = false, onError }: WatchOptions): Pace {
  for (const [name, value] of Object.entries({ every, maxDelay })) {
    if (isTime(value)) continue
    const rule = `it is a number of milliseconds from 1 to ${MAX_TIME}`
    invalid('ERR_PUSHER_INVALID_PARAMS', `options.${name}`, value, rule)
  }
  if (onError !== undefined && typeof onError !== 'function') {
    invalid('ERR_PUSHER_INVALID_PARAMS', 'options.onError', onError, 'it is a function (error) => void')
  }
  return { every, max: maxDelay, all: Boolean(all), onError: quiet(onError) }
}

/** Whoever watches must not decide: neither the end of the loop nor, by an unhandled rejection, that of the process. */
function quiet(tell: WatchOptions['onError']): Pace['onError'] {
  return (error) => void (async () => tell?.(error))().catch(() => {})
}

/** What of the options belongs to the question, which refuses what is no object. */
export const withoutPace = (options: unknown): unknown =>
  typeof options === 'object' && options !== null
    ? Object.fromEntries(Object.entries(options).filter(([name]) => !WATCH_KEYS.includes(name)))
    : options
