import { createHmacSha256 } from '#digest'
import type { Message } from '../digest/digest.ts'

/** An app's key with the power to sign. The secret itself cannot be read back, printed or serialised. */
export interface Token {
  /** The public app key. */
  readonly key: string
  /** Lower-case hex HMAC-SHA256 of the message under the app's secret. */
  readonly sign: (message: Message) => string
}

/** Makes a token from an app's credentials, preparing the key once for all signatures. */
export function createToken(credentials: { readonly key: string; readonly secret: string }): Token {
  return Object.freeze({ key: credentials.key, sign: createHmacSha256(credentials.secret) })
}
