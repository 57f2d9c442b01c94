import { PusherRequestError } from './request-error.ts'

/** No complete answer came in time. A publish may have been delivered all the same. */
export class PusherTimeoutError extends PusherRequestError {
  override readonly name = 'PusherTimeoutError'
  /** The time that was allowed, in ms. */
  readonly timeout: number

  constructor(method: string, url: string, timeout: number) {
    super('ERR_PUSHER_TIMEOUT', `${method} ${url} was not answered within ${timeout} ms`, {
      method,
      url,
      retryable: true,
    })
    this.timeout = timeout
  }
}
