import { isJsonObject, type JsonRecord } from '../encoding/json-object.ts'
import { display } from '../error/display.ts'
import { invalidOption } from '../validate/options.ts'
import { MAX_TIMEOUT } from '../validate/timeout.ts'

/** When and how often a request is sent again. */
export interface RetryOptions {
  /** How often a request is sent again after the first time: 0–10, by default 2. */
  readonly limit?: number | undefined
  /**
   * What to do with a publish whose fate is unknown, because the connection broke, no answer came in time, or the
   * answer was a 5xx. There is no idempotency key in the protocol: sent again, it may be delivered twice.
   *
   * - `at-most-once`, the default: it fails. Only what certainly was not published is sent again.
   * - `at-least-once`: it is sent again.
   */
  readonly publish?: 'at-most-once' | 'at-least-once' | undefined
  /** The longest wait before the first retry, in ms, by default 250. It doubles from retry to retry. */
  readonly baseDelay?: number | undefined
  /** The longest wait that is chosen here, in ms, by default 4,000. A server's `Retry-After` may be longer. */
  readonly maxDelay?: number | undefined
  /**
   * The time for all attempts and the waits between them, in ms: at least `timeout`, which bounds one attempt, and by
   * default twice that. A wait that would not end within it is not begun. Servers accept a signature for 600 s.
   */
  readonly totalTimeout?: number | undefined
}

/** `RetryOptions` after validation, with every default filled in. */
export type RetryPolicy = { readonly [Name in keyof RetryOptions]-?: Exclude<RetryOptions[Name], undefined> }

const MAX_RETRIES = 10
const NAMES = ['limit', 'publish', 'baseDelay', 'maxDelay', 'totalTimeout']

/**
 * Reads the option `retry`: `RetryOptions`, `false` for none, or undefined (or true) for the defaults.
 *
 * @param timeout The time for one attempt, in ms.
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export function toRetryPolicy(option: unknown, timeout: number): RetryPolicy {
  const given = option === false ? { limit: 0 } : option === undefined || option === true ? {} : option
  if (!isJsonObject(given)) {
    const rule = `is ${display(option)}, but it is false or an object with ${NAMES.join(', ')}`
    invalidOption('retry', rule, { value: option })
  }
  const options = given
  const unknown = Object.keys(options).find((name) => !NAMES.includes(name))
  if (unknown !== undefined) {
    invalidOption(`retry.${unknown}`, `does not exist: retry may hold ${NAMES.join(', ')}`)
  }
  const { publish = 'at-most-once' } = options
  if (publish !== 'at-most-once' && publish !== 'at-least-once') {
    const rule = `is ${display(publish)}, but it is "at-most-once" or "at-least-once"`
    invalidOption('retry.publish', rule, { value: publish })
  }
  const limit = toNumber(options, 'limit', 2, 0, MAX_RETRIES)
  if (!Number.isInteger(limit)) {
    invalidOption('retry.limit', `is ${limit}, but it is a whole number`, { value: limit })
  }
  return {
    limit,
    publish,
    baseDelay: toNumber(options, 'baseDelay', 250, 0, MAX_TIMEOUT),
    maxDelay: toNumber(options, 'maxDelay', 4000, 0, MAX_TIMEOUT),
    totalTimeout: toNumber(options, 'totalTimeout', Math.min(2 * timeout, MAX_TIMEOUT), timeout, MAX_TIMEOUT),
  }
}

function toNumber(options: JsonRecord, name: string, preset: number, min: number, max: number) {
  const { [name]: value = preset } = options
  if (typeof value !== 'number' || !(value >= min && value <= max)) {
    const unit = name === 'limit' ? '' : ' of milliseconds'
    const rule = `is ${display(value)}, but it is a number${unit} from ${min} to ${max}`
    invalidOption(`retry.${name}`, rule, { value })
  }
  return value
}
