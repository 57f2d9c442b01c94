import type { PusherRequestError } from '../error/request-error.ts'
import { PusherTimeoutError } from '../error/timeout-error.ts'
import { abortedError } from './aborted.ts'
import { displayUrl } from './display-url.ts'
import type { Exchange, Transport } from './transport.ts'

/**
 * Bounds the time of a whole exchange, body included, and lets the caller end it sooner. The transport is told to
 * stop, and the caller is answered in time even when it does not.
 *
 * It rejects with `ERR_PUSHER_TIMEOUT`, or with `ERR_PUSHER_ABORTED` and the signal's reason as the cause. A signal
 * that is aborted already sends nothing. A publish that was given up may have been delivered all the same.
 *
 * @param timeout In ms.
 */
export const withTimeout =
  (transport: Transport, timeout: number): Exchange =>
  (request, { signal } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortedError(request, signal.reason))
      const controller = new AbortController()
      const onAbort = () => giveUp(abortedError(request, signal?.reason))
      const timer = setTimeout(
        () => giveUp(new PusherTimeoutError(request.method, displayUrl(request), timeout)),
        timeout,
      )
      // Whatever comes first ends both: a signal often outlives many requests, and would collect their listeners.
      const stopWaiting = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
      }
      const giveUp = (error: PusherRequestError) => {
        stopWaiting()
        reject(error)
        controller.abort(error)
      }
      signal?.addEventListener('abort', onAbort)
      const exchange = async () => transport(request, { signal: controller.signal })
      exchange().then(
        (raw) => {
          stopWaiting()
          resolve(raw)
        },
        (error: unknown) => {
          stopWaiting()
          reject(error)
        },
      )
    })
