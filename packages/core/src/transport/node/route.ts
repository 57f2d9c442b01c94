import type { Agent, request as httpRequest } from 'node:http'
import { type HttpProxy, withoutBrackets } from './http-proxy.ts'
import { withOneName } from './one-name.ts'
import type { NodeTransportConfig } from './options.ts'
import { toServerName } from './server-name.ts'

/** Enough connections to keep a distant server busy, few enough not to be a flood. */
export const MAX_SOCKETS = 64
/**
 * How long an idle connection is kept, in ms: just under the 60 s after which common load balancers close one. A
 * server that announces less (`Keep-Alive: timeout=5`) is left a second before that.
 */
export const IDLE_TIMEOUT = 55_000

/** How requests to one server travel. */
export interface Route {
  readonly request: typeof httpRequest
  /** Keeps connections for the next request. */
  readonly pooled: Agent
  /** Opens a connection for each request. */
  readonly fresh: Agent
  /** The proxy that reads these requests, in contrast to one that tunnels them. */
  readonly forwarder: HttpProxy | undefined
  /** Where to connect, in the words of `node:http`. */
  readonly target: { readonly host: string; readonly port: string | number; readonly servername?: string }
  /** The headers that all requests have. */
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Loads what the requests to one server need, and makes their agents.
 *
 * @param origin Of the server, e.g. `https://api-eu.pusher.com`.
 * @param idle How long to keep an idle connection, in ms.
 */
export async function loadRoute(
  origin: string,
  config: NodeTransportConfig,
  idle: number = IDLE_TIMEOUT,
): Promise<Route> {
  const { protocol, host, hostname, port } = new URL(origin)
  const forwarder = protocol === 'http:' ? config.proxy : undefined
  const isSecure = (forwarder?.protocol ?? protocol) === 'https:'
  return {
    request: (await (isSecure ? import('node:https') : import('node:http'))).request,
    ...(await loadAgents(config, forwarder, isSecure, idle)),
    forwarder,
    target: forwarder ? toTarget(forwarder) : { host: withoutBrackets(hostname), port },
    headers: forwarder ? { host, ...forwarder.headers } : {},
  }
}

/** The name in TLS would otherwise be taken from the header `host`, which names the server behind the proxy. */
const toTarget = ({ protocol, hostname, port }: HttpProxy): Route['target'] => ({
  host: hostname,
  port,
  ...(protocol === 'https:' ? { servername: toServerName(hostname) } : {}),
})

async function loadAgents(
  { proxy, tls, agent }: NodeTransportConfig,
  forwarder: HttpProxy | undefined,
  isSecure: boolean,
  idle: number,
): Promise<Pick<Route, 'pooled' | 'fresh'>> {
  if (agent) return { pooled: agent, fresh: agent }
  const pool = { keepAlive: true, maxSockets: MAX_SOCKETS, maxFreeSockets: MAX_SOCKETS, timeout: idle }
  if (proxy && !forwarder) {
    const { TunnelAgent } = await import('./tunnel-agent.ts')
    return {
      pooled: new TunnelAgent(proxy, { ...pool, ...tls }),
      fresh: new TunnelAgent(proxy, { ...tls }),
    }
  }
  const { Agent } = await (isSecure ? import('node:https') : import('node:http'))
  const options = isSecure ? (forwarder ? { ca: tls?.ca } : tls) : {}
  return {
    pooled: withOneName(new Agent({ ...pool, ...options })),
    fresh: withOneName(new Agent({ ...options })),
  }
}
