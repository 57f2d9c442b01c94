import { type AppSettings, readApp } from './app-settings.ts'

/** Two apps with one id, or one key, could not be told apart. */
function refuseDuplicates(apps: readonly AppSettings[], field: 'appId' | 'key'): void {
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
export function readApps(apps: unknown): readonly AppSettings[] {
  if (!Array.isArray(apps) || apps.length === 0) {
    throw new TypeError('Option apps must be a list of at least one app { appId, key, secret }')
  }
  const read = apps.map((app: unknown, index) => readApp(app, `apps[${index}]`))
  refuseDuplicates(read, 'appId')
  refuseDuplicates(read, 'key')
  return read
}
