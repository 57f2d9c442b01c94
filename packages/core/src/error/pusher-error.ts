/** Every code a PusherKit error can carry. Codes are stable: branch on them, not on messages. */
export type PusherErrorCode =
  | 'ERR_PUSHER_INVALID_OPTION'
  | 'ERR_PUSHER_INVALID_CHANNEL'
  | 'ERR_PUSHER_INVALID_EVENT_NAME'
  | 'ERR_PUSHER_INVALID_DATA'
  | 'ERR_PUSHER_DATA_TOO_LARGE'
  | 'ERR_PUSHER_INVALID_BATCH'
  | 'ERR_PUSHER_INVALID_SOCKET_ID'
  | 'ERR_PUSHER_INVALID_USER_ID'
  | 'ERR_PUSHER_INVALID_PARAMS'
  | 'ERR_PUSHER_ENCRYPTION_REQUIRED'
  | 'ERR_PUSHER_REQUEST'
  | 'ERR_PUSHER_NETWORK'
  | 'ERR_PUSHER_RESPONSE'
  | 'ERR_PUSHER_TIMEOUT'
  | 'ERR_PUSHER_WEBHOOK'
  | 'ERR_PUSHER_MIDDLEWARE_MISSING'
  | 'ERR_PUSHER_ABORTED'
  | 'ERR_PUSHER_CLOSED'
  | 'ERR_PUSHER_HOOK'
  | 'ERR_PUSHER_HOOK_RESULT'
  | 'ERR_PUSHER_RAW_BODY'
  | 'ERR_PUSHER_UPSTREAM'
  | 'ERR_PUSHER_INTERNAL'

/**
 * The base of every error that PusherKit throws. No message, field or serialised form of one holds a secret, a
 * signature or a signed URL.
 */
export class PusherError extends Error {
  override readonly name: string = 'PusherError'
  /** The stable code, e.g. `ERR_PUSHER_INVALID_CHANNEL`. */
  readonly code: PusherErrorCode

  constructor(code: PusherErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
