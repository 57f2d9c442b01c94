import { sha256 } from '@pusherkit/core/signing'

const encoder = new TextEncoder()

/**
 * The key of one channel: SHA-256 of the channel's name followed by the master key.
 *
 * Source: Channels "End-to-end encrypted channels", as the official libraries compute it.
 */
export function sharedSecret(channel: string, masterKey: Uint8Array): Uint8Array {
  const name = encoder.encode(channel)
  const message = new Uint8Array(name.length + masterKey.length)
  message.set(name)
  message.set(masterKey, name.length)
  return sha256(message)
}
