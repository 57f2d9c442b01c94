import { PusherValidationError, type TransportSettings } from '@pusherkit/core'
import {
  IDLE_TIMEOUT,
  MAX_SOCKETS,
  type NodeTransportConfig,
  toNodeTransportConfig,
} from '@pusherkit/core/transport'

/** How to connect. `httpProxy` and `tls` are what they are in the options of a `Pusher`. */
export interface UndiciTransportOptions extends Pick<TransportSettings, 'httpProxy' | 'tls'> {
  /** How many connections to a server may be open at a time: 1–1,024, by default 64. More requests wait their turn. */
  readonly connections?: number | undefined
  /**
   * How many GET requests may be under way on one connection: 1–100, by default 1. From 2 on, they have up to
   * `connections` connections of their own. A POST always has its connection for itself: when a connection breaks,
   * what else was sent on it has to be sent again.
   */
  readonly pipelining?: number | undefined
  /** How long an idle connection is kept, in ms: 1–600,000, by default 55,000. A server may announce less. */
  readonly keepAliveTimeout?: number | undefined
  /** Whether to speak HTTP/2 with https servers that know it. False unless told otherwise. */
  readonly allowH2?: boolean | undefined
}

/** `UndiciTransportOptions` after validation, with every default filled in. */
export interface UndiciTransportConfig extends Pick<NodeTransportConfig, 'proxy' | 'tls'> {
  readonly connections: number
  readonly pipelining: number
  readonly keepAliveTimeout: number
  readonly allowH2: boolean
}

const NAMES = ['connections', 'pipelining', 'keepAliveTimeout', 'allowH2', 'httpProxy', 'tls']

/** @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` */
export function toUndiciTransportConfig(options: UndiciTransportOptions): UndiciTransportConfig {
  if (typeof options !== 'object' || options === null) {
    invalidOption('object', `is missing: createUndiciTransport() or an object with ${NAMES.join(', ')}`)
  }
  const unknown = Object.keys(options).find((name) => !NAMES.includes(name))
  if (unknown !== undefined) {
    invalidOption(unknown, `does not exist: createUndiciTransport takes ${NAMES.join(', ')}`)
  }
  const { allowH2 = false, httpProxy, tls } = options
  if (typeof allowH2 !== 'boolean') invalidOption('allowH2', 'is true or false', { value: allowH2 })
  const { proxy, tls: checked } = toNodeTransportConfig({ httpProxy, tls })
  return {
    connections: toWhole(options, 'connections', MAX_SOCKETS, 1024),
    pipelining: toWhole(options, 'pipelining', 1, 100),
    keepAliveTimeout: toWhole(options, 'keepAliveTimeout', IDLE_TIMEOUT, 600_000),
    allowH2,
    proxy,
    tls: checked,
  }
}

function toWhole(
  options: UndiciTransportOptions,
  name: 'connections' | 'pipelining' | 'keepAliveTimeout',
  preset: number,
  limit: number,
): number {
  const value = options[name] === undefined ? preset : options[name]
  if (!Number.isInteger(value) || value < 1 || value > limit) {
    invalidOption(name, `is a whole number from 1 to ${limit}`, { value, limit })
  }
  return value
}

function invalidOption(option: string, rule: string, shown?: { value: unknown; limit?: number }): never {
  throw new PusherValidationError('ERR_PUSHER_INVALID_OPTION', `Option ${option} ${rule}`, {
    parameter: option,
    ...shown,
  })
}
