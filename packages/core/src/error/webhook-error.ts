import { PusherError } from './pusher-error.ts'

const MAX_BODY = 1_000

/**
 * A webhook whose content cannot be read. It never holds the signature.
 *
 * The constructor takes what the official library's `WebHookError` takes.
 */
export class PusherWebhookError extends PusherError {
  override readonly name = 'PusherWebhookError'
  /** The `Content-Type` header, or undefined when there was none. */
  readonly contentType: string | undefined
  /** The body as text, cut after 1,000 characters, or undefined when there was none. */
  readonly body: string | undefined

  /** @param _signature Taken for compatibility and dropped: whoever reads it in a log could send the body again. */
  constructor(
    message: string,
    contentType?: string,
    body?: string,
    _signature?: string,
    options?: ErrorOptions,
  ) {
    super('ERR_PUSHER_WEBHOOK', message, options)
    this.contentType = contentType
    this.body = body !== undefined && body.length > MAX_BODY ? `${body.slice(0, MAX_BODY)}…` : body
  }
}
