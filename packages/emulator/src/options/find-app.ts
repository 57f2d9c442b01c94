import { quote } from '../quote.ts'

/**
 * Finds an app by its id; the first one when no id is given.
 *
 * @throws {RangeError} Lists the ids there are.
 */
export function findApp<App extends { readonly appId: string }>(
  apps: readonly App[],
  appId: string | undefined,
): App {
  const app = appId === undefined ? apps[0] : apps.find((candidate) => candidate.appId === appId)
  if (app) return app
  throw new RangeError(
    `No app has the id ${quote(appId)}; the ids are ${apps.map((known) => known.appId).join(', ')}`,
  )
}
