import { LIMITS } from '../contract/limits.ts'
import { isUserId } from '../contract/names.ts'
import { invalid } from './invalid.ts'

/**
 * Throws unless a value may identify a user.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_USER_ID`
 */
export function assertUserId(value: unknown, parameter = 'user_id'): asserts value is string {
  if (typeof value === 'string' && isUserId(value)) return
  const limit = LIMITS.userIdLength
  const rule = `a user id is a string of 1 to ${limit} of the characters A-Z a-z 0-9 _ - = @ , . ;`
  invalid('ERR_PUSHER_INVALID_USER_ID', parameter, value, rule, limit)
}
