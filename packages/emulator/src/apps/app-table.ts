import type { JournalKeeper } from '../journal/create-journal.ts'
import type { AppSettings } from '../options/app-settings.ts'
import type { World } from '../world.ts'
import { type App, createApp } from './app.ts'

/** The apps that one emulator serves. */
export interface AppTable {
  /** In the order in which they were given. */
  readonly all: readonly App[]
  /** The app with this id, as the HTTP API's path names it. */
  readonly byId: (appId: string) => App | undefined
  /** The app with this key, as a WebSocket's path names it. */
  readonly byKey: (key: string) => App | undefined
}

/** Makes the apps of an emulator. What happens in them goes to the journal. */
export function createAppTable(
  settings: readonly AppSettings[],
  { clock, warn }: World,
  journal: JournalKeeper,
): AppTable {
  const all = settings.map((app) =>
    createApp(app, { clock, warn, record: (news) => journal.record(app.appId, news) }),
  )
  const ids = new Map(all.map((app) => [app.appId, app]))
  const keys = new Map(all.map((app) => [app.token.key, app]))
  return { all, byId: (appId) => ids.get(appId), byKey: (key) => keys.get(key) }
}
