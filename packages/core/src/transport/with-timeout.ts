import { PusherTimeoutError } from '../error/timeout-error.ts'
import type { SignedRequest } from '../signing/sign-request.ts'
import { displayUrl } from './display-url.ts'
import type { RawResponse, Transport } from './transport.ts'

/**
 * Bounds the time of a whole exchange, body included. The transport is told to stop, and the caller is answered in
 * time even when it does not.
 *
 * @param timeout In ms.
 */
export const withTimeout =
  (transport: Transport, timeout: number) =>
  (request: SignedRequest): Promise<RawResponse> =>
    new Promise((resolve, reject) => {
      const controller = new AbortController()
      const timer = setTimeout(() => {
        reject(new PusherTimeoutError(request.method, displayUrl(request), timeout))
        controller.abort()
      }, timeout)
      const exchange = async () => transport(request, { signal: controller.signal })
      exchange()
        .then(resolve, reject)
        .finally(() => clearTimeout(timer))
    })
