import { PusherError, type RawResponse, type SignedRequest, type Transport } from '@pusherkit/core'
import { ProxyError } from '@pusherkit/core/transport'
import type { Route } from './engine.ts'
import { toUndiciTransportConfig, type UndiciTransportOptions } from './options.ts'

type CreateRoute = typeof import('./engine.ts').createRoute

/** A transport that can be closed. */
export interface UndiciTransport extends Transport, AsyncDisposable {
  /**
   * Waits for the requests under way, then closes every connection. A later request is rejected with
   * `ERR_PUSHER_CLOSED`. A program ends without it too: idle connections keep none alive.
   */
  close(): Promise<void>
}

/**
 * Makes a transport on undici, for the option `transport` of a `Pusher`. It keeps the promises of core's own: every
 * body is read to its end, no redirect is followed, and nothing is sent again that the server may have read.
 *
 * ```ts
 * const pusher = new Pusher({ appId: 'APP_ID', key: 'APP_KEY', secret: 'APP_SECRET', transport: createUndiciTransport() })
 * ```
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export function createUndiciTransport(options: UndiciTransportOptions = {}): UndiciTransport {
  const config = toUndiciTransportConfig(options)
  const routes = new Map<string, Route>()
  let engine: typeof import('./engine.ts') | undefined
  let closing: Promise<void> | undefined

  const routeOf = ({ method, origin }: SignedRequest, createRoute: CreateRoute): Route => {
    // A connection that breaks takes along all that is under way on it, so a publish never shares one.
    const isPipelined = config.pipelining > 1 && method === 'GET'
    const key = isPipelined ? `${method} ${origin}` : origin
    const known = routes.get(key)
    if (known) return known
    const route = createRoute(origin, config, isPipelined)
    routes.set(key, route)
    return route
  }

  const send: Transport = async (request, { signal }) => {
    engine ??= await import('./engine.ts')
    if (closing) throw new PusherError('ERR_PUSHER_CLOSED', 'The transport is closed: make a new one')
    signal.throwIfAborted()
    const { Exchange, createRoute, toDispatchOptions } = engine
    const route = routeOf(request, createRoute)
    const answer = await new Promise<RawResponse>((resolve, reject) => {
      new Exchange(route.pool, toDispatchOptions(request, route), signal, { resolve, reject }).send()
    })
    // Only a proxy asks for a proxy's password.
    if (route.forwarder && answer.status === 407) throw ProxyError.refused(route.forwarder, 407)
    return answer
  }

  const close = (): Promise<void> => {
    closing ??= Promise.all(Array.from(routes.values(), ({ pool }) => pool.close())).then(() => {})
    return closing
  }
  return Object.assign(send, { close, [Symbol.asyncDispose]: close })
}
