import { PusherError, type PusherErrorCode } from './pusher-error.ts'

/** What is known about a request that failed. */
export interface RequestErrorDetails {
  /** Method and URL without the query, which holds the signature. */
  readonly method: string
  readonly url: string
  readonly status?: number | undefined
  readonly body?: string | undefined
  readonly retryable: boolean
  readonly cause?: unknown
}

/** The API refused a request, or could not be reached. */
export class PusherRequestError extends PusherError {
  override readonly name: string = 'PusherRequestError'
  readonly method: string
  /** The URL without its query, which holds the signature. */
  readonly url: string
  /** The HTTP status, or undefined when no answer came. */
  readonly status: number | undefined
  /** The body of the answer as text, with signatures removed, or undefined when no answer came. */
  readonly body: string | undefined
  /** Whether the same request may succeed later. A publish that is sent again may be delivered twice. */
  readonly retryable: boolean

  constructor(code: PusherErrorCode, message: string, details: RequestErrorDetails) {
    super(code, message, 'cause' in details ? { cause: details.cause } : undefined)
    this.method = details.method
    this.url = details.url
    this.status = details.status
    this.body = details.body
    this.retryable = details.retryable
  }
}
