import type { Clock } from '../clock.ts'
import { readConsoleToken } from '../console/console-settings.ts'
import { quote } from '../quote.ts'
import type { AppSettings } from './app-settings.ts'
import { readApps } from './apps.ts'
import type { AppOptions, EmulatorOptions } from './emulator-options.ts'
import { readFlag, readSeconds, readWholeNumber } from './values.ts'

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
  /** The machine's own when undefined. */
  readonly clock: Clock | undefined
  readonly journalLimit: number
  readonly console: boolean
  readonly consoleToken: string | undefined
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
  clock: undefined,
  journalLimit: 10_000,
  console: true,
  consoleToken: undefined,
}

function readHost(host: unknown): string {
  if (typeof host === 'string' && host !== '') return host
  throw new TypeError(`Option host must be a non-empty string, but it is ${quote(host)}`)
}

function readFunction<T>(value: T, name: string): T {
  if (value === undefined || typeof value === 'function') return value
  throw new TypeError(`Option ${name} must be a function, but it is ${quote(value)}`)
}

function readClock(clock: Clock | undefined): Clock | undefined {
  if (clock === undefined) return undefined
  if (typeof clock?.now === 'function' && typeof clock.schedule === 'function') return clock
  throw new TypeError(
    `Option clock must be a clock { now, schedule }, such as createManualClock() makes, but it is ${quote(clock)}`,
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
    port: readWholeNumber(options.port ?? DEFAULTS.port, 'port', 0, 65_535),
    apps: readApps(options.apps ?? DEFAULTS.apps),
    activityTimeout: readSeconds(options.activityTimeout ?? DEFAULTS.activityTimeout, 'activityTimeout'),
    pongTimeout: readSeconds(options.pongTimeout ?? DEFAULTS.pongTimeout, 'pongTimeout'),
    onWebhook: readFunction(options.onWebhook, 'onWebhook'),
    clock: readClock(options.clock),
    journalLimit: readWholeNumber(
      options.journalLimit ?? DEFAULTS.journalLimit,
      'journalLimit',
      1,
      1_000_000,
    ),
    console: readFlag(options.console === undefined ? DEFAULTS.console : options.console, 'console'),
    consoleToken: readConsoleToken(options.consoleToken),
  }
}
