import type { Encryption } from '@pusherkit/core'
import { toMasterKey } from './master-key.ts'
import { open, seal } from './secret-box.ts'
import { sharedSecret } from './shared-secret.ts'

/** The keys that encrypted channels are made of. */
export interface EncryptionOptions {
  /** 32 random bytes as base64, e.g. from `openssl rand -base64 32`. Pusher never sees it. */
  readonly masterKeyBase64: string
  /** Keys that were in use before, newest first: what was encrypted under them can still be decrypted. */
  readonly previousMasterKeysBase64?: readonly string[] | undefined
}

/**
 * Makes what the option `encryption` of a `Pusher` takes. Events on `private-encrypted-` channels are then encrypted
 * before they leave the process, their subscribers are given the key of the channel, and client events that arrive by
 * webhook are decrypted.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` when a key is not 32 bytes of base64, without showing it.
 */
export function createEncryption(options: EncryptionOptions): Encryption {
  const { masterKeyBase64, previousMasterKeysBase64 = [] } = options ?? {}
  const masterKey = toMasterKey(masterKeyBase64, 'masterKeyBase64')
  const masterKeys = [
    masterKey,
    ...previousMasterKeysBase64.map((key, index) => toMasterKey(key, `previousMasterKeysBase64[${index}]`)),
  ]
  return Object.freeze({
    encrypt: (channel: string, plaintext: string) => seal(plaintext, sharedSecret(channel, masterKey)),
    decrypt: (channel: string, data: string) => {
      for (const key of masterKeys) {
        const plaintext = open(data, sharedSecret(channel, key))
        if (plaintext !== undefined) return plaintext
      }
      return undefined
    },
    sharedSecret: (channel: string) => sharedSecret(channel, masterKey),
  })
}
