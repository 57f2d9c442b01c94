/**
 * What makes end-to-end encrypted channels work. `createEncryption` of `@pusherkit/encryption` provides it; core itself
 * holds no cipher.
 */
export interface Encryption {
  /**
   * Encrypts one event for one channel.
   *
   * @param plaintext The event's data as JSON.
   * @returns The `data` that travels: `{"nonce":"…","ciphertext":"…"}`.
   */
  readonly encrypt: (channel: string, plaintext: string) => string
  /**
   * Decrypts the `data` of an event.
   *
   * @returns The plaintext, or undefined when no known key opens it.
   */
  readonly decrypt: (channel: string, data: string) => string | undefined
  /** The channel's key, 32 bytes, which its authorized subscribers get. */
  readonly sharedSecret: (channel: string) => Uint8Array
}
