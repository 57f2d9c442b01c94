import type { App } from '../apps/app.ts'
import type { AppTable } from '../apps/app-table.ts'
import type { JournalEntry } from '../journal/entry.ts'

/**
 * Whether an entry is one to show with an app. Whatever happened in no app at all is: a wrong key or a wrong id is what
 * people look for.
 */
export const isAbout = ({ appId }: JournalEntry, app: App, apps: AppTable): boolean =>
  appId === app.appId || apps.byId(appId) === undefined
