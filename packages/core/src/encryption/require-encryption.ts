import { PusherValidationError } from '../error/validation-error.ts'
import type { Encryption } from './encryption.ts'

/**
 * What goes to an encrypted channel must be encrypted: sending it in clear would break the promise of its name.
 *
 * @throws PusherValidationError `ERR_PUSHER_ENCRYPTION_REQUIRED` when the client was made without.
 */
export function requireEncryption(encryption: Encryption | undefined, channel: string): Encryption {
  if (encryption) return encryption
  throw new PusherValidationError(
    'ERR_PUSHER_ENCRYPTION_REQUIRED',
    `channel ${JSON.stringify(channel)} is end-to-end encrypted, and this client has no key: add the option encryption: createEncryption({ masterKeyBase64 }) of @pusherkit/encryption`,
    { parameter: 'channel', value: channel },
  )
}
