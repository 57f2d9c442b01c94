/**
 * What a transport for Node needs besides an HTTP client: the checks of its options, tunnels through proxies, and the
 * numbers of the built-in one. For people who write a transport of their own, on Node.
 *
 * @module
 */
export type { HttpProxy } from './node/http-proxy.ts'
export { openTunnel } from './node/open-tunnel.ts'
export { type NodeTlsOptions, type NodeTransportConfig, toNodeTransportConfig } from './node/options.ts'
export { ProxyError } from './node/proxy-error.ts'
export { IDLE_TIMEOUT, MAX_SOCKETS } from './node/route.ts'
export { toServerName } from './node/server-name.ts'
export { withInstalledTransport } from './node/with-installed-transport.ts'
