import { isSocketId } from '../contract/names.ts'
import { invalid } from './invalid.ts'

/**
 * Throws unless a value is a socket id, as a client's `pusher.connection.socket_id` gives it.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_SOCKET_ID`
 */
export function assertSocketId(value: unknown, parameter = 'socket_id'): asserts value is string {
  if (typeof value !== 'string' || !isSocketId(value)) {
    invalid(
      'ERR_PUSHER_INVALID_SOCKET_ID',
      parameter,
      value,
      'a socket id is digits, a dot and digits: "123.456"',
    )
  }
}
