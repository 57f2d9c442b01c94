import { LIMITS } from '../contract/limits.ts'
import { invalid } from './invalid.ts'

const CODE = 'ERR_PUSHER_INVALID_EVENT_NAME'

/**
 * Throws unless a value may name an event: a string of 1 to 200 characters. Servers accept any character, so
 * names such as `App\Events\Shipped` work.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_EVENT_NAME`
 */
export function assertEventName(name: unknown, parameter = 'event'): asserts name is string {
  if (typeof name !== 'string') invalid(CODE, parameter, name, 'an event name is a string')
  if (name === '') invalid(CODE, parameter, name, 'an event name has at least one character')
  const limit = LIMITS.eventNameLength
  if (name.length > limit) {
    invalid(CODE, parameter, name, `has ${name.length} characters: an event name has at most ${limit}`, limit)
  }
}
