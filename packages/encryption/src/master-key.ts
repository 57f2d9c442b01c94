import { PusherValidationError } from '@pusherkit/core'
import { fromBase64 } from '@pusherkit/core/signing'

const KEY_BYTES = 32

/**
 * Reads a master key.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` that names the option and what is wrong, and never the key.
 */
export function toMasterKey(text: unknown, option: string): Uint8Array {
  if (typeof text !== 'string' || text === '') refuse(option, 'is missing')
  const key = fromBase64(text)
  if (!key) refuse(option, 'is not base64')
  if (key.length !== KEY_BYTES) refuse(option, `has ${key.length} bytes`)
  return key
}

function refuse(parameter: string, what: string): never {
  const message = `Option ${parameter} ${what}: it is ${KEY_BYTES} random bytes as base64, e.g. from openssl rand -base64 32`
  throw new PusherValidationError('ERR_PUSHER_INVALID_OPTION', message, { parameter })
}
