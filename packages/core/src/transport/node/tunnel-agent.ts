import { Agent, type AgentOptions, type RequestOptions } from 'node:https'
import type { Duplex } from 'node:stream'
import type { HttpProxy } from './http-proxy.ts'
import { openTunnel } from './open-tunnel.ts'

type Connected = (error: Error | null, socket?: Duplex) => void

/** A request's options, and how to stop a tunnel that is still being opened for it. */
export interface TunnelledRequest extends RequestOptions {
  readonly tunnelSignal?: AbortSignal
}

/**
 * Pools TLS connections that run through a proxy's tunnels. The agent's own part stays what it is: pooling, session
 * reuse, the server's name and the check of its certificate.
 */
export class TunnelAgent extends Agent {
  readonly #proxy: HttpProxy

  constructor(proxy: HttpProxy, options: AgentOptions) {
    super(options)
    this.#proxy = proxy
  }

  override createConnection(options: TunnelledRequest, connected: Connected): undefined {
    const { host, port, tunnelSignal } = options
    const target = `${host?.includes(':') ? `[${host}]` : host}:${port || 443}`
    openTunnel(this.#proxy, target, this.options.ca, tunnelSignal)
      .then((socket) => {
        const secured = super.createConnection({ ...options, socket } as RequestOptions)
        if (secured) connected(null, secured)
      })
      .catch(connected)
  }
}
