import { quote } from '../quote.ts'
import { readApps } from './apps.ts'
import type { AppCredentials, EmulatorOptions } from './emulator-options.ts'

/** The options after checking, with every default filled in. */
export interface Settings {
  readonly host: string
  readonly port: number
  readonly apps: readonly AppCredentials[]
  /** Seconds. */
  readonly activityTimeout: number
  /** Seconds. */
  readonly pongTimeout: number
}

const DEFAULTS: Settings = {
  host: '127.0.0.1',
  port: 0,
  apps: [{ appId: 'app-id', key: 'app-key', secret: 'app-secret' }],
  activityTimeout: 120,
  pongTimeout: 30,
}

// Node's timers fire at once when told to wait for more than 2^31 ms; a day is far from it and longer than any test.
const LONGEST_TIMEOUT = 86_400

function readPort(port: unknown): number {
  if (typeof port === 'number' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new TypeError(`Option port must be a whole number from 0 to 65535, but it is ${quote(port)}`)
}

function readHost(host: unknown): string {
  if (typeof host === 'string' && host !== '') return host
  throw new TypeError(`Option host must be a non-empty string, but it is ${quote(host)}`)
}

function readSeconds(name: string, seconds: unknown): number {
  if (typeof seconds === 'number' && seconds > 0 && seconds <= LONGEST_TIMEOUT) return seconds
  throw new TypeError(
    `Option ${name} must be a number of seconds above 0, at most ${LONGEST_TIMEOUT}, but it is ${quote(seconds)}`,
  )
}

/**
 * Checks the options and fills in the defaults.
 *
 * @throws {TypeError} Names the option that is wrong. Never shows a secret.
 */
export function readSettings(options: EmulatorOptions = {}): Settings {
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(DEFAULTS, name)) continue
    throw new TypeError(`Unknown option ${name}; the options are ${Object.keys(DEFAULTS).join(', ')}`)
  }
  return {
    host: readHost(options.host ?? DEFAULTS.host),
    port: readPort(options.port ?? DEFAULTS.port),
    apps: readApps(options.apps ?? DEFAULTS.apps),
    activityTimeout: readSeconds('activityTimeout', options.activityTimeout ?? DEFAULTS.activityTimeout),
    pongTimeout: readSeconds('pongTimeout', options.pongTimeout ?? DEFAULTS.pongTimeout),
  }
}
