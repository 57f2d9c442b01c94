import { ask, next, start } from '../harness/child.ts'
import type { ServerOptions, ServerStats } from './server-options.ts'

/** Where to publish to. */
export interface Target {
  readonly host: string
  readonly port: number
  readonly useTLS: boolean
}

/** A server in a process of its own. */
export interface Api {
  readonly target: Target
  readonly stats: () => Promise<ServerStats>
  readonly end: () => void
}

/** Starts a server that answers like the API. */
export async function startApi(options: Partial<ServerOptions> = {}): Promise<Api> {
  const given: ServerOptions = { useTLS: true, delay: 0, isSilent: false, ...options }
  const child = start(new URL('./api-server.ts', import.meta.url), [JSON.stringify(given)])
  const { port } = await next<{ port: number }>(child)
  return {
    target: { host: '127.0.0.1', port, useTLS: given.useTLS },
    stats: () => ask<ServerStats>(child, {}),
    end: () => child.kill(),
  }
}
