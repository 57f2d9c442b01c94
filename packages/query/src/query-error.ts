/**
 * What went wrong. Codes are stable: branch on them, not on messages. A server that answers `{ code, message }` has its
 * own code kept, e.g. `ERR_PUSHER_FORBIDDEN`.
 */
export type PusherQueryErrorCode =
  | 'ERR_PUSHER_INVALID_OPTION'
  | 'ERR_PUSHER_INVALID_CHANNEL'
  | 'ERR_PUSHER_INVALID_PARAMS'
  | 'ERR_PUSHER_REQUEST'
  | 'ERR_PUSHER_RESPONSE'
  | 'ERR_PUSHER_NETWORK'
  | 'ERR_PUSHER_TIMEOUT'
  | 'ERR_PUSHER_ABORTED'
  | (string & Record<never, never>)

/** What is known about a question that has no answer. */
export interface QueryErrorDetails {
  readonly status?: number | undefined
  readonly retryAfter?: number | undefined
  readonly cause?: unknown
}

/**
 * A question that was wrong, was refused or got no answer. Safe to show and to log: it holds no headers, no query, no
 * credentials and no body.
 */
export class PusherQueryError extends Error {
  override readonly name = 'PusherQueryError'
  /** The stable code: the server's own where it gave one. */
  readonly code: PusherQueryErrorCode
  /** The HTTP status, or undefined when no answer came. */
  readonly status: number | undefined
  /** How long the server asks to wait, in ms, or undefined where it said nothing. */
  readonly retryAfter: number | undefined

  constructor(code: PusherQueryErrorCode, message: string, details: QueryErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined)
    this.code = code
    this.status = details.status
    this.retryAfter = details.retryAfter
  }
}
