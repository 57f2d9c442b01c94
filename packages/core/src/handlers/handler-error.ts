import { PusherError } from '../error/pusher-error.ts'
import { type FailureCode, STATUSES } from './answers.ts'

/**
 * What went wrong behind an answer of 500 or 502. The message says what to change, and holds nothing of what a hook threw
 * or returned: that is the `cause`.
 *
 * It has the fields that web frameworks look for in an error: `status`, `statusCode` and `expose`.
 */
export class PusherHandlerError extends PusherError {
  override readonly name = 'PusherHandlerError'
  /** The HTTP status of the answer: 500, or 502 when the Channels server failed. */
  readonly status: 500 | 502
  /** The same. */
  readonly statusCode: 500 | 502
  /** False: a framework is not to show the error to the client. */
  readonly expose: false = false

  override readonly code: FailureCode

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(code, message, options)
    this.code = code
    this.status = STATUSES[code]
    this.statusCode = this.status
  }
}
