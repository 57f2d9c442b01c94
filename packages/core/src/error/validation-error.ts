import { PusherError, type PusherErrorCode } from './pusher-error.ts'

/** What was wrong with an argument or an option. */
export interface ValidationDetails {
  /** The argument or option, e.g. `channels[2]`. */
  readonly parameter: string
  /** The offending value. Absent where it may be a secret, and for `data`, which may be large or private. */
  readonly value?: unknown
  /** The limit that was passed, where there is one. */
  readonly limit?: number
  readonly cause?: unknown
}

/** An argument or option that the protocol does not allow. Thrown before anything is sent. */
export class PusherValidationError extends PusherError {
  override readonly name = 'PusherValidationError'
  /** The argument or option, e.g. `channels[2]`. */
  readonly parameter: string
  /** The offending value. Undefined where it may be a secret, and for `data`. */
  readonly value: unknown
  /** The limit that was passed, where there is one. */
  readonly limit: number | undefined

  constructor(code: PusherErrorCode, message: string, details: ValidationDetails) {
    super(code, message, 'cause' in details ? { cause: details.cause } : undefined)
    this.parameter = details.parameter
    this.value = details.value
    this.limit = details.limit
  }
}
