import { LIMITS } from '../contract/limits.ts'
import { byteLength } from '../encoding/byte-length.ts'
import { isJsonObject } from '../encoding/json-object.ts'
import { PusherValidationError } from '../error/validation-error.ts'
import { invalid } from './invalid.ts'
import { toJson } from './json.ts'

const CODE = 'ERR_PUSHER_INVALID_USER_ID'

/**
 * Makes the `channel_data` of a presence member. `user_info` is always there, empty if there is none: Reverb breaks
 * the subscription without.
 *
 * @param maxBytes In UTF-8, after encoding.
 * @throws PusherValidationError `ERR_PUSHER_INVALID_USER_ID`, `ERR_PUSHER_INVALID_DATA`, `ERR_PUSHER_DATA_TOO_LARGE`
 */
export function toPresenceData(data: unknown, maxBytes: number): string {
  if (!isJsonObject(data)) {
    const rule = 'a presence channel needs to know who subscribes: { user_id, user_info? }'
    invalid(CODE, 'data', data, rule)
  }
  const { user_id, ...rest } = data
  assertPresenceUserId(user_id)
  const text = toJson({ user_id, ...rest, user_info: rest.user_info ?? {} }, 'data')
  const bytes = byteLength(text)
  if (bytes <= maxBytes) return text
  throw new PusherValidationError(
    'ERR_PUSHER_DATA_TOO_LARGE',
    `data is ${bytes} bytes after encoding, but a presence member has at most ${maxBytes} on hosted Pusher: put less into user_info`,
    { parameter: 'data', limit: maxBytes },
  )
}

function assertPresenceUserId(id: unknown): void {
  if (typeof id === 'number' && Number.isSafeInteger(id)) return
  const limit = LIMITS.presenceUserIdLength
  if (typeof id === 'string' && id !== '' && id.length <= limit) return
  invalid(
    CODE,
    'data.user_id',
    id,
    `it is a string of 1 to ${limit} characters, or a whole number up to 2^53`,
    limit,
  )
}
