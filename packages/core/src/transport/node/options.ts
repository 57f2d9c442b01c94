import type { Agent } from 'node:http'
import type { ConnectionOptions } from 'node:tls'
import type { TransportSettings } from '../../config/transport-options.ts'
import { isJsonObject } from '../../encoding/json-object.ts'
import { display } from '../../error/display.ts'
import { invalidOption } from '../../validate/options.ts'
import { type HttpProxy, toHttpProxy } from './http-proxy.ts'

const TLS_NAMES = ['ca', 'cert', 'key', 'passphrase', 'rejectUnauthorized', 'servername'] as const

/** The TLS options in the words of `node:tls`. */
export type NodeTlsOptions = Pick<ConnectionOptions, (typeof TLS_NAMES)[number]>

/** How to connect, after validation. */
export interface NodeTransportConfig {
  readonly proxy: HttpProxy | undefined
  readonly tls: NodeTlsOptions | undefined
  readonly agent: Agent | undefined
}

/** @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` */
export function toNodeTransportConfig({ httpProxy, tls, agent }: TransportSettings): NodeTransportConfig {
  if (agent !== undefined) {
    // What `node:http` itself demands of an agent.
    if (typeof agent !== 'object' || agent === null || !('addRequest' in agent)) {
      invalidOption('agent', `is ${display(agent)}, but it is an Agent of node:https or node:http`)
    }
    const other = httpProxy !== undefined ? 'httpProxy' : tls !== undefined ? 'tls' : undefined
    if (other) invalidOption('agent', `contradicts ${other}: an agent is used as it is. Give one of the two`)
  }
  return {
    proxy: httpProxy === undefined ? undefined : toHttpProxy(httpProxy),
    tls: tls === undefined ? undefined : toTls(tls),
    agent: agent as Agent | undefined,
  }
}

/** Errors show names only: the values are keys and passphrases. */
function toTls(tls: unknown): NodeTlsOptions {
  const list = TLS_NAMES.join(', ')
  if (!isJsonObject(tls)) {
    invalidOption('tls', `is an object with ${list}`)
  }
  const unknown = Object.keys(tls).find((name) => !(TLS_NAMES as readonly string[]).includes(name))
  if (unknown !== undefined) invalidOption(`tls.${unknown}`, `does not exist: tls may hold ${list}`)
  return { ...tls }
}
