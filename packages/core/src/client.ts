import { createTransport } from '#transport'
import type { PusherConfig } from './config/resolve-config.ts'
import { PusherError } from './error/pusher-error.ts'
import { PusherRequestError } from './error/request-error.ts'
import type { RequestSpec } from './request/request-spec.ts'
import type { PusherResponse } from './response/pusher-response.ts'
import { readResponse } from './response/read-response.ts'
import { type SignedRequest, signRequest } from './signing/sign-request.ts'
import { displayUrl } from './transport/display-url.ts'
import { withTimeout } from './transport/with-timeout.ts'

/** Signs a request, sends it and reads the answer. */
export type Send = <T>(spec: RequestSpec) => Promise<PusherResponse<T>>

/** Composes signing, transport and reading for one configuration. */
export function createClient(config: PusherConfig, clock: () => number): Send {
  const { basePath, origin, timeout, token } = config
  const exchange = withTimeout(config.transport ?? createTransport(), timeout)
  return async <T>(spec: RequestSpec) => {
    const request = signRequest({ ...spec, path: basePath + spec.path }, token, origin, clock())
    const raw = await exchange(request).catch((cause) => {
      throw cause instanceof PusherError ? cause : unreachable(request, cause)
    })
    return readResponse<T>(request, raw)
  }
}

function unreachable(request: SignedRequest, cause: unknown): PusherRequestError {
  const { method } = request
  const url = displayUrl(request)
  const reason =
    cause instanceof Error
      ? cause.message || ('code' in cause ? String(cause.code) : cause.name)
      : String(cause)
  return new PusherRequestError('ERR_PUSHER_NETWORK', `${method} ${url} got no answer: ${reason}`, {
    method,
    url,
    retryable: true,
    cause,
  })
}
