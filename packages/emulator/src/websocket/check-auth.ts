import { constantTimeEqual } from '@pusherkit/core/signing'
import { ERROR_CODES } from '../protocol/error-codes.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { quote } from '../quote.ts'

/**
 * Compares the `auth` that a client sent with the one that was due. The sentences are hosted Pusher's: people search
 * for them. They show what should have been signed, never the signature.
 *
 * @param signed The text under the signature.
 */
export function checkAuth(given: string, expected: string, signed: string): void {
  if (constantTimeEqual(given, expected)) return
  const key = expected.slice(0, expected.lastIndexOf(':') + 1)
  throw new ProtocolError(
    given.startsWith(key)
      ? `Invalid signature: Expected HMAC SHA256 hex digest of ${signed}, but got ${given.slice(key.length)}`
      : `Invalid key in subscription auth data: ${quote(given.split(':', 1)[0])}`,
    ERROR_CODES.unauthorized,
  )
}
