import type { ErrorCode } from './error-codes.ts'

/** What a client did wrong: the sentence to tell it, and a code where the protocol has one. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
  readonly code: ErrorCode | undefined

  constructor(message: string, code?: ErrorCode) {
    super(message)
    this.code = code
  }
}
