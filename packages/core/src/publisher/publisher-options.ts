import { LIMITS } from '../contract/limits.ts'
import { isJsonObject, type JsonRecord } from '../encoding/json-object.ts'
import { display } from '../error/display.ts'
import { type RetryOptions, type RetryPolicy, toRetryPolicy } from '../transport/retry-policy.ts'
import { invalidOption } from '../validate/options.ts'
import { MAX_TIMEOUT } from '../validate/timeout.ts'

/** How a publisher batches, orders and repeats. */
export interface PublisherOptions {
  /** The most events of one request: 1–10, by default 10, which is what hosted Pusher takes. */
  readonly maxBatchSize?: number | undefined
  /** The most requests on their way at once: by default 64, which is how many connections the default transport has. */
  readonly maxInFlight?: number | undefined
  /**
   * How long an event may wait for others to share its request, in ms. By default 0: it never does, and what shares a
   * request is what was triggered at the same time, or had to wait for a free one.
   */
  readonly maxDelay?: number | undefined
  /** How many events may wait before `offer` refuses more and `room` waits: by default 10,000. */
  readonly maxQueued?: number | undefined
  /**
   * - `channel`, the default: the events of a channel arrive in the order they were triggered, across retries too. So one
   *   channel has one request on its way at a time.
   * - `none`: events are sent as soon as there is a free request.
   */
  readonly ordering?: 'channel' | 'none' | undefined
  /** When a request is sent again, in place of the client's option `retry`; false for never. */
  readonly retry?: RetryOptions | false | undefined
}

/** `PublisherOptions` after validation, with every default filled in. */
export interface PublisherSettings {
  readonly maxBatchSize: number
  readonly maxInFlight: number
  readonly maxDelay: number
  readonly maxQueued: number
  readonly ordering: 'channel' | 'none'
  readonly retry: RetryPolicy
}

const NAMES = ['maxBatchSize', 'maxInFlight', 'maxDelay', 'maxQueued', 'ordering', 'retry']

/**
 * @param timeout The client's time for one attempt, in ms.
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export function toPublisherSettings(
  options: unknown,
  client: { readonly retry: RetryPolicy; readonly timeout: number },
): PublisherSettings {
  const given = options ?? {}
  if (!isJsonObject(given)) {
    invalidOption('object', `is ${display(options)}, but a publisher takes { ${NAMES.join(', ')} }`)
  }
  const unknown = Object.keys(given).find((name) => !NAMES.includes(name))
  if (unknown !== undefined) {
    invalidOption(unknown, `does not exist: the options of a publisher are ${NAMES.join(', ')}`)
  }
  const { ordering = 'channel' } = given
  if (ordering !== 'channel' && ordering !== 'none') {
    invalidOption('ordering', `is ${display(ordering)}, but it is "channel" or "none"`, { value: ordering })
  }
  return {
    maxBatchSize: toInteger(given, 'maxBatchSize', LIMITS.eventsPerBatch, 1, LIMITS.eventsPerBatch),
    maxInFlight: toInteger(given, 'maxInFlight', 64, 1, 10_000),
    maxDelay: toInteger(given, 'maxDelay', 0, 0, MAX_TIMEOUT),
    maxQueued: toInteger(given, 'maxQueued', 10_000, 1, Number.MAX_SAFE_INTEGER),
    ordering,
    retry: given.retry === undefined ? client.retry : toRetryPolicy(given.retry, client.timeout),
  }
}

function toInteger(options: JsonRecord, name: string, preset: number, min: number, max: number): number {
  const { [name]: value = preset } = options
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value
  return invalidOption(name, `is ${display(value)}, but it is a whole number from ${min} to ${max}`, {
    value,
  })
}
