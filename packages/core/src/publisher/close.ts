import { isJsonObject } from '../encoding/json-object.ts'
import { display } from '../error/display.ts'
import type { TriggerParams } from '../types.ts'
import { invalidOption } from '../validate/options.ts'
import { MAX_TIMEOUT } from '../validate/timeout.ts'
import type { QueuedEvent } from './queued-event.ts'

/** How to close a publisher. */
export interface CloseOptions {
  /** How long to wait for the events that are left, in ms: by default 30,000. With 0 nothing more is sent. */
  readonly timeout?: number | undefined
}

/** An event that was not published, or perhaps not. */
export interface UnpublishedEvent extends TriggerParams {
  readonly channels: readonly string[]
  /** The event's name. */
  readonly name: string
  /** The text that was to travel: for an encrypted channel it is encrypted. */
  readonly data: string
}

/** What a publisher had left when it was closed. */
export interface CloseResult {
  /**
   * Events that were not sent. Their promises reject with `ERR_PUSHER_CLOSED`. Those whose data was still being validated
   * are not listed, as there is no text yet; they reject all the same.
   */
  readonly unsent: readonly UnpublishedEvent[]
  /** Events whose request was given up: they may have been published. Their promises reject with `ERR_PUSHER_ABORTED`. */
  readonly unconfirmed: readonly UnpublishedEvent[]
}

const DEFAULT_TIMEOUT = 30_000

/** @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` */
export function toCloseTimeout(options: unknown = {}): number {
  if (!isJsonObject(options)) invalidOption('object', `is ${display(options)}, but close takes { timeout }`)
  const unknown = Object.keys(options).find((name) => name !== 'timeout')
  if (unknown !== undefined) invalidOption(unknown, 'does not exist: close takes { timeout }')
  const { timeout = DEFAULT_TIMEOUT } = options
  if (typeof timeout === 'number' && timeout >= 0 && timeout <= MAX_TIMEOUT) return timeout
  const rule = `is ${display(timeout)}, but it is a number of milliseconds from 0 to ${MAX_TIMEOUT}`
  return invalidOption('timeout', rule, { value: timeout })
}

/** What is told of an event: what was to travel, as far as it was known. */
export function toUnpublished({ text }: QueuedEvent): UnpublishedEvent[] {
  if (text === undefined) return []
  const {
    channel,
    channels = [channel],
    ...rest
  } = JSON.parse(text) as UnpublishedEvent & { channel: string }
  return [{ channels, ...rest }]
}
