import { isJsonObject } from '../json-object.ts'
import type { AppCredentials } from './emulator-options.ts'

const FIELDS = ['appId', 'key', 'secret'] as const

// The messages name a place, never a value: people mix up the fields, and any of them may hold a secret.
function readApp(app: unknown, place: string): AppCredentials {
  if (!isJsonObject(app)) throw new TypeError(`Option ${place} must be an object { appId, key, secret }`)
  const unknown = Object.keys(app).find((name) => !FIELDS.some((field) => field === name))
  if (unknown !== undefined)
    throw new TypeError(`Unknown option ${place}.${unknown}; an app has ${FIELDS.join(', ')}`)
  const field = (name: (typeof FIELDS)[number]): string => {
    const value = app[name]
    if (typeof value === 'string' && value !== '') return value
    throw new TypeError(`Option ${place}.${name} must be a non-empty string`)
  }
  return { appId: field('appId'), key: field('key'), secret: field('secret') }
}

/** Two apps with one id, or one key, could not be told apart. */
function refuseDuplicates(apps: readonly AppCredentials[], field: 'appId' | 'key'): void {
  const places = new Map<string, number>()
  for (const [index, app] of apps.entries()) {
    const before = places.get(app[field])
    if (before !== undefined) {
      throw new TypeError(
        `Option apps[${index}].${field} is the same as that of apps[${before}]; each app needs its own`,
      )
    }
    places.set(app[field], index)
  }
}

/** Checks the list of apps: at least one, complete credentials, no id and no key twice. */
export function readApps(apps: unknown): readonly AppCredentials[] {
  if (!Array.isArray(apps) || apps.length === 0) {
    throw new TypeError('Option apps must be a list of at least one app { appId, key, secret }')
  }
  const read = apps.map((app: unknown, index) => readApp(app, `apps[${index}]`))
  refuseDuplicates(read, 'appId')
  refuseDuplicates(read, 'key')
  return read
}
