import { createHmacSha256 } from '#digest'
import type { Message } from '../digest/digest.ts'
import { constantTimeEqual } from './constant-time-equal.ts'

/** An app's key with the power to sign. The secret itself cannot be read back, printed or serialised. */
export class Token {
  /** The public app key. */
  readonly key: string
  readonly #hmac: (message: Message) => string

  /** Prepares the key once for all signatures. */
  constructor(key: string, secret: string) {
    this.key = key
    this.#hmac = createHmacSha256(secret)
  }

  /** Lower-case hex HMAC-SHA256 of the message under the app's secret. */
  sign(message: Message): string {
    return this.#hmac(message)
  }

  /** Whether a signature is that of the message, compared in constant time. */
  verify(message: Message, signature: string): boolean {
    return constantTimeEqual(this.#hmac(message), signature)
  }
}

/** Makes a token from an app's credentials. */
export const createToken = (credentials: { readonly key: string; readonly secret: string }): Token =>
  new Token(credentials.key, credentials.secret)
