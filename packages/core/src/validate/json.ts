import { PusherValidationError } from '../error/validation-error.ts'
import { invalid } from './invalid.ts'

const CODE = 'ERR_PUSHER_INVALID_DATA'

/**
 * Writes a value as JSON, or says why that cannot be done.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_DATA` for what JSON cannot hold: `undefined`, a function, a
 *   circular object, a BigInt.
 */
export function toJson(value: unknown, parameter: string): string {
  let text: string | undefined
  try {
    text = JSON.stringify(value)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause)
    throw new PusherValidationError(CODE, `${parameter} cannot be written as JSON: ${reason}`, {
      parameter,
      cause,
    })
  }
  if (text === undefined) {
    invalid(
      CODE,
      parameter,
      value,
      'it has to be a string or a value that JSON can hold: pass null to send nothing',
    )
  }
  return text
}
