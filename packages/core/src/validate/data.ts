import { LIMITS } from '../contract/limits.ts'
import { byteLength } from '../encoding/byte-length.ts'
import { PusherValidationError } from '../error/validation-error.ts'
import { toJson } from './json.ts'

// A UTF-16 unit takes at most three bytes of UTF-8, so short data needs no counting.
const MOST_BYTES_PER_UNIT = 3

/**
 * Makes the `data` text of an event: strings go as they are, everything else as JSON.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_DATA` for what JSON cannot hold,
 *   `ERR_PUSHER_DATA_TOO_LARGE` above 10,240 bytes of UTF-8.
 */
export function toData(data: unknown, parameter = 'data'): string {
  const text = typeof data === 'string' ? data : toJson(data, parameter)
  assertDataSize(text, parameter)
  return text
}

/** @throws PusherValidationError `ERR_PUSHER_DATA_TOO_LARGE` above 10,240 bytes of UTF-8. */
export function assertDataSize(text: string, parameter: string): void {
  const limit = LIMITS.eventDataBytes
  if (text.length * MOST_BYTES_PER_UNIT <= limit) return
  const bytes = byteLength(text)
  if (bytes <= limit) return
  throw new PusherValidationError(
    'ERR_PUSHER_DATA_TOO_LARGE',
    `${parameter} is ${bytes} bytes after encoding, but one event carries at most ${limit}: send a reference to it instead, or split it`,
    { parameter, limit },
  )
}
