import { quote } from '../quote.ts'
import type { AppSettings } from './app-settings.ts'
import { readApps } from './apps.ts'
import type { AppOptions, EmulatorOptions } from './emulator-options.ts'
import { readSeconds, readWholeNumber } from './values.ts'

/** The options after checking, with every default filled in. */
export interface Settings {
  readonly host: string
  readonly port: number
  readonly apps: readonly AppSettings[]
  /** Seconds. */
  readonly activityTimeout: number
  /** Seconds. */
  readonly pongTimeout: number
  readonly onWebhook: EmulatorOptions['onWebhook']
}

/** What is served when no app is named. Guides and samples know it. */
export const DEFAULT_APPS: readonly AppOptions[] = [{ appId: 'app-id', key: 'app-key', secret: 'app-secret' }]

const DEFAULTS = {
  host: '127.0.0.1',
  port: 0,
  apps: DEFAULT_APPS,
  activityTimeout: 120,
  pongTimeout: 30,
  onWebhook: undefined,
}

function readHost(host: unknown): string {
  if (typeof host === 'string' && host !== '') return host
  throw new TypeError(`Option host must be a non-empty string, but it is ${quote(host)}`)
}

function readFunction<T>(value: T, name: string): T {
  if (value === undefined || typeof value === 'function') return value
  throw new TypeError(`Option ${name} must be a function, but it is ${quote(value)}`)
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
    port: readWholeNumber(options.port ?? DEFAULTS.port, 'port', 0, 65_535),
    apps: readApps(options.apps ?? DEFAULTS.apps),
    activityTimeout: readSeconds(options.activityTimeout ?? DEFAULTS.activityTimeout, 'activityTimeout'),
    pongTimeout: readSeconds(options.pongTimeout ?? DEFAULTS.pongTimeout, 'pongTimeout'),
    onWebhook: readFunction(options.onWebhook, 'onWebhook'),
  }
}
