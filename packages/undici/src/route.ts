import type { SignedRequest } from '@pusherkit/core'
import type { HttpProxy } from '@pusherkit/core/transport'
import { type Client, type Dispatcher, Pool } from 'undici'
import { LineClient } from './line-client.ts'
import { createOpener } from './open-connection.ts'
import type { UndiciTransportConfig } from './options.ts'

/** How requests to one server travel. */
export interface Route {
  readonly pool: Pool
  /** The proxy that reads these requests, in contrast to one that tunnels them. */
  readonly forwarder: HttpProxy | undefined
  /** Whether several requests may be under way on one connection. */
  readonly isPipelined: boolean
}

/** How much sooner than the server announces an idle connection is left, in ms. */
const ANNOUNCED_MARGIN = 1000

/**
 * Makes the connections to one server.
 *
 * @param isPipelined Whether the requests of this route may share a connection.
 */
export function createRoute(origin: string, config: UndiciTransportConfig, isPipelined: boolean): Route {
  const { connections, keepAliveTimeout, allowH2, proxy } = config
  const forwarder = origin.startsWith('http:') ? proxy : undefined
  const open = createOpener(origin, config)
  const pool = new Pool(origin, {
    connections,
    pipelining: isPipelined ? config.pipelining : 1,
    allowH2,
    keepAliveTimeout,
    keepAliveMaxTimeout: keepAliveTimeout,
    keepAliveTimeoutThreshold: ANNOUNCED_MARGIN,
    // The caller's signal bounds the whole exchange.
    headersTimeout: 0,
    bodyTimeout: 0,
    factory: (url, options: Client.Options) => new LineClient(url, options, open),
  })
  return { pool, forwarder, isPipelined }
}

/**
 * Says in undici's words what to send. A proxy that forwards is sent the whole URL as the request-target (RFC 9112
 * §3.2.2); the signature covers the path alone, so it stays good.
 */
export function toDispatchOptions(
  { method, origin, target, headers, body }: SignedRequest,
  { forwarder, isPipelined }: Route,
): Dispatcher.DispatchOptions {
  return {
    path: forwarder ? origin + target : target,
    method,
    headers: forwarder ? { ...headers, host: new URL(origin).host, ...forwarder.headers } : headers,
    body: body ?? null,
    // What may share a connection may be sent again with it, and need not wait for the answer before.
    idempotent: isPipelined,
    blocking: !isPipelined,
  }
}
