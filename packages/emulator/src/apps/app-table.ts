import type { AppCredentials } from '../options/emulator-options.ts'
import { type App, createApp } from './app.ts'

/** The apps that one emulator serves. */
export interface AppTable {
  /** The app with this id, as the HTTP API's path names it. */
  readonly byId: (appId: string) => App | undefined
  /** The app with this key, as a WebSocket's path names it. */
  readonly byKey: (key: string) => App | undefined
}

/** Makes the apps of an emulator. */
export function createAppTable(credentials: readonly AppCredentials[]): AppTable {
  const apps = credentials.map(createApp)
  const ids = new Map(apps.map((app) => [app.appId, app]))
  const keys = new Map(apps.map((app) => [app.token.key, app]))
  return { byId: (appId) => ids.get(appId), byKey: (key) => keys.get(key) }
}
