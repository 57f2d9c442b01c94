import type { EventMap } from '../contract/event-map.ts'
import { LIMITS } from '../contract/limits.ts'
import type { Hooks } from '../observe/hooks.ts'
import { createToken, type Token } from '../signing/token.ts'
import { type RetryPolicy, toRetryPolicy } from '../transport/retry-policy.ts'
import type { Transport } from '../transport/transport.ts'
import { toHooks } from '../validate/hooks.ts'
import { assertCredential, assertKnownOptions, invalidOption } from '../validate/options.ts'
import { assertPath } from '../validate/request-options.ts'
import { isTimeout, MAX_TIMEOUT } from '../validate/timeout.ts'
import type { PusherOptions } from './pusher-options.ts'
import type { Rules } from './rules.ts'
import { toTransportSettings } from './to-transport-settings.ts'
import type { TransportSettings } from './transport-options.ts'

/** Options after validation, with every default filled in. */
export interface PusherConfig {
  readonly appId: string
  readonly token: Token
  /** Scheme, host and port, as in a browser's `location.origin`. */
  readonly origin: string
  /** What stands before every resource: `{path}/apps/{appId}`. */
  readonly basePath: string
  /** In ms. */
  readonly timeout: number
  readonly rules: Rules
  readonly transport: Transport | undefined
  readonly transportOptions: TransportSettings
  readonly retry: RetryPolicy
  readonly hooks: Hooks | undefined
}

const DEFAULT_CLUSTER = 'mt1'
const DEFAULT_TIMEOUT = 30_000

/** @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` */
export function resolveConfig<Events extends EventMap>(options: PusherOptions<Events>): PusherConfig {
  assertKnownOptions(options)
  const { encryption, transport, useTLS = true } = options
  const appId = typeof options.appId === 'number' ? String(options.appId) : options.appId
  assertCredential(appId, 'appId')
  assertCredential(options.key, 'key')
  assertCredential(options.secret, 'secret')
  if (!/^[\w.~-]+$/.test(appId)) {
    invalidOption(
      'appId',
      `is ${JSON.stringify(appId)}, but an app id has only letters, digits and - . _ ~`,
      { value: appId },
    )
  }
  if (typeof useTLS !== 'boolean') invalidOption('useTLS', 'is true or false', { value: useTLS })
  if (transport !== undefined && typeof transport !== 'function') {
    invalidOption('transport', 'is a function (request, { signal }) => Promise<RawResponse>')
  }
  const scheme = useTLS ? 'https' : 'http'
  const transportOptions = toTransportSettings(options, scheme)
  if (encryption !== undefined && typeof encryption?.encrypt !== 'function') {
    invalidOption('encryption', 'is what createEncryption of @pusherkit/encryption returns')
  }
  if (options.events !== undefined && typeof options.events?.validate !== 'function') {
    invalidOption('events', 'is what defineEvents returns')
  }
  const timeout = toTimeout(options.timeout)
  const host = toHost(options)
  const port = toPort(options.port)
  return {
    appId,
    token: createToken({ key: options.key, secret: options.secret }),
    origin: `${scheme}://${host}${port === undefined ? '' : `:${port}`}`,
    basePath: `${toPrefix(options.path)}/apps/${appId}`,
    timeout,
    rules: { ...limitsOf(host), encryption },
    transport,
    transportOptions,
    retry: toRetryPolicy(options.retry, timeout),
    hooks: toHooks(options.hooks),
  }
}

const isHostedPusher = (host: string): boolean => /\.pusher(?:app)?\.com$/i.test(host)

const limitsOf = (host: string): Omit<Rules, 'encryption'> =>
  isHostedPusher(host)
    ? { maxChannelLength: LIMITS.hostedChannelNameLength, maxPresenceBytes: LIMITS.presenceDataBytes }
    : { maxChannelLength: LIMITS.channelNameLength, maxPresenceBytes: Number.POSITIVE_INFINITY }

/** What to show of a value that is wrong: nothing of `https://KEY:SECRET@HOST/…`, which was meant for `Pusher.forURL`. */
const unlessUrl = (value: unknown): { value: unknown } | undefined =>
  typeof value === 'string' && value.includes('@') ? undefined : { value }

function toHost({ cluster, host }: Pick<PusherOptions, 'cluster' | 'host'>): string {
  if (cluster !== undefined && host !== undefined) {
    invalidOption('cluster', 'contradicts host: a cluster is a host of hosted Pusher. Give one of the two')
  }
  if (host === undefined) {
    const name: unknown = cluster === undefined ? DEFAULT_CLUSTER : cluster
    if (typeof name !== 'string' || !/^[\w-]+$/.test(name)) {
      invalidOption('cluster', 'is the short name of a cluster, such as "eu" or "mt1"', unlessUrl(name))
    }
    return `api-${name}.pusher.com`
  }
  const bare = typeof host === 'string' && host.startsWith('[') ? host.slice(1, -1) : host
  if (typeof bare === 'string' && /^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(bare)) return `[${bare}]`
  if (typeof bare !== 'string' || !/^[\w-]+(?:\.[\w-]+)*\.?$/.test(bare)) {
    invalidOption(
      'host',
      'is a name or an IP address, without scheme, port or path: "api.example.com"; see useTLS, port and path',
      unlessUrl(host),
    )
  }
  return bare
}

function toPort(port: unknown): number | undefined {
  if (port === undefined) return undefined
  const number = typeof port === 'string' && /^\d+$/.test(port) ? Number(port) : port
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1 || number > 65_535) {
    invalidOption('port', 'is a whole number from 1 to 65535', { value: port })
  }
  return number
}

function toPrefix(path: unknown): string {
  if (path === undefined || path === '' || path === '/') return ''
  assertPath(path, 'Option path')
  return path.replace(/\/$/, '')
}

function toTimeout(timeout: unknown): number {
  if (timeout === undefined) return DEFAULT_TIMEOUT
  if (!isTimeout(timeout)) {
    invalidOption('timeout', `is a number of milliseconds from 1 to ${MAX_TIMEOUT}`, { value: timeout })
  }
  return timeout
}
