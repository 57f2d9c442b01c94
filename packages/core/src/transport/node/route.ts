import type { Agent, request as httpRequest } from 'node:http'
import type { HttpProxy } from './http-proxy.ts'
import type { NodeTransportConfig } from './options.ts'

/** Enough connections to keep a distant server busy, few enough not to be a flood. */
export const MAX_SOCKETS = 64
/**
 * How long an idle connection is kept, in ms: just under the 60 s after which common load balancers close one. A
 * server that announces less (`Keep-Alive: timeout=5`) is left a second before that.
 */
export const IDLE_TIMEOUT = 55_000

/** How requests of one scheme travel. */
export interface Route {
  readonly request: typeof httpRequest
  /** Keeps connections for the next request. */
  readonly pooled: Agent
  /** Opens a connection for each request. */
  readonly fresh: Agent
  /** The proxy that reads these requests, in contrast to one that tunnels them. */
  readonly forwarder: HttpProxy | undefined
}

/**
 * Loads what the requests of one scheme need, and makes their agents.
 *
 * @param idle How long to keep an idle connection, in ms.
 */
export async function loadRoute(
  scheme: string,
  { proxy, tls, agent }: NodeTransportConfig,
  idle: number = IDLE_TIMEOUT,
): Promise<Route> {
  const forwarder = scheme === 'http:' ? proxy : undefined
  const pool = { keepAlive: true, maxSockets: MAX_SOCKETS, maxFreeSockets: MAX_SOCKETS, timeout: idle }
  if ((forwarder?.protocol ?? scheme) === 'http:') {
    const { Agent, request } = await import('node:http')
    return { request, pooled: agent ?? new Agent(pool), fresh: agent ?? new Agent(), forwarder }
  }
  const { Agent, request } = await import('node:https')
  if (agent) return { request, pooled: agent, fresh: agent, forwarder }
  if (forwarder) {
    const toProxy = { ca: tls?.ca }
    return { request, pooled: new Agent({ ...pool, ...toProxy }), fresh: new Agent(toProxy), forwarder }
  }
  if (proxy) {
    const { TunnelAgent } = await import('./tunnel-agent.ts')
    return {
      request,
      pooled: new TunnelAgent(proxy, { ...pool, ...tls }),
      fresh: new TunnelAgent(proxy, { ...tls }),
      forwarder,
    }
  }
  return { request, pooled: new Agent({ ...pool, ...tls }), fresh: new Agent({ ...tls }), forwarder }
}
