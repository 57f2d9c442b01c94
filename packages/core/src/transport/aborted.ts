import { PusherRequestError } from '../error/request-error.ts'
import type { SignedRequest } from '../signing/sign-request.ts'
import { displayUrl } from './display-url.ts'

/** The error for a request that its caller gave up: `ERR_PUSHER_ABORTED`, with the signal's reason as its cause. */
export function abortedError(request: SignedRequest, cause: unknown): PusherRequestError {
  const { method } = request
  const url = displayUrl(request)
  return new PusherRequestError('ERR_PUSHER_ABORTED', `${method} ${url} was aborted by its caller`, {
    method,
    url,
    retryable: false,
    cause,
  })
}
