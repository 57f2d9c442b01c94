/** Text is hashed as its UTF-8 bytes. */
export type Message = string | Uint8Array

/** What the `#digest` seam provides, per runtime. All of it is synchronous, because the auth methods are. */
export interface Digest {
  /** Lower-case hex MD5. WebCrypto has none, and `body_md5` needs it. */
  md5Hex(message: Message): string
  /** SHA-256, 32 bytes. */
  sha256(message: Message): Uint8Array
  /** Prepares a key once and returns the function that signs with it: lower-case hex HMAC-SHA256. */
  createHmacSha256(secret: string): (message: Message) => string
  /** Standard base64 with padding. Encrypted events are long, and Node's own is many times faster. */
  toBase64(bytes: Uint8Array): string
}
