import { isJsonObject, type JsonObject } from '../json-object.ts'
import { readWebhooks, type WebhookSettings } from '../webhooks/webhook-settings.ts'
import { type AppLimits, readLimits } from './app-limits.ts'
import type { AppCredentials } from './emulator-options.ts'
import { readFlag, readSeconds, readWholeNumber, refuseUnknown } from './values.ts'

/** What goes and what does not in one app. */
export interface AppRules {
  readonly enabled: boolean
  readonly clientEvents: boolean
  readonly subscriptionCounts: boolean
  readonly watchlists: boolean
  readonly userAuthentication: boolean
  /** Seconds. */
  readonly userAuthenticationTimeout: number
  readonly maxConnections: number
  readonly limits: AppLimits
}

/** One app after checking, with every default filled in. */
export interface AppSettings extends AppCredentials, AppRules {
  readonly webhooks: readonly WebhookSettings[]
}

const CREDENTIALS = ['appId', 'key', 'secret'] as const
const FIELDS = [
  ...CREDENTIALS,
  'enabled',
  'clientEvents',
  'subscriptionCounts',
  'watchlists',
  'userAuthentication',
  'userAuthenticationTimeout',
  'maxConnections',
  'webhooks',
  'limits',
]

/** The message names a place and never a value: people mix up the fields, and any of them may hold a secret. */
function readCredential(app: JsonObject, name: (typeof CREDENTIALS)[number], place: string): string {
  const value = app[name]
  if (typeof value === 'string' && value !== '') return value
  throw new TypeError(`Option ${place}.${name} must be a non-empty string`)
}

/**
 * Checks one app and fills in the defaults: everything is allowed, and nobody has to sign in.
 *
 * @throws {TypeError} Names the option that is wrong. Never shows a credential.
 */
export function readApp(app: unknown, place: string): AppSettings {
  if (!isJsonObject(app)) throw new TypeError(`Option ${place} must be an object { appId, key, secret }`)
  refuseUnknown(app, FIELDS, place, 'an app has')
  const credential = (name: (typeof CREDENTIALS)[number]): string => readCredential(app, name, place)
  const flag = (name: keyof AppRules, byDefault: boolean): boolean =>
    app[name] === undefined ? byDefault : readFlag(app[name], `${place}.${name}`)
  return {
    appId: credential('appId'),
    key: credential('key'),
    secret: credential('secret'),
    enabled: flag('enabled', true),
    clientEvents: flag('clientEvents', true),
    subscriptionCounts: flag('subscriptionCounts', true),
    watchlists: flag('watchlists', true),
    userAuthentication: flag('userAuthentication', false),
    userAuthenticationTimeout: readSeconds(
      app.userAuthenticationTimeout ?? 30,
      `${place}.userAuthenticationTimeout`,
    ),
    maxConnections:
      app.maxConnections === undefined
        ? Number.POSITIVE_INFINITY
        : readWholeNumber(app.maxConnections, `${place}.maxConnections`, 0, 1_000_000),
    webhooks: readWebhooks(app.webhooks, `${place}.webhooks`),
    limits: readLimits(app.limits, `${place}.limits`),
  }
}
