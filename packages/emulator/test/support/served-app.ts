import type { AppOptions } from '@pusherkit/emulator'
import { type App, createApp } from '../../src/apps/app.ts'
import { createRequestFaults } from '../../src/faults/request-faults.ts'
import type { Happening } from '../../src/feed/happening.ts'
import { createJournal } from '../../src/journal/create-journal.ts'
import { readSettings } from '../../src/options/settings.ts'
import { startServer } from '../../src/server/start-server.ts'
import { ManualClock } from './manual-clock.ts'
import { unexpected } from './unexpected.ts'

/** An emulator seen from inside: one app, its feed, and a clock that goes only when it is told to. */
export interface ServedApp extends AsyncDisposable {
  readonly url: string
  readonly app: App
  readonly clock: ManualClock
  /** What the feed said, in order. */
  readonly happenings: Happening[]
  /** The next happening of this name. */
  next(name: Happening['name']): Promise<Happening>
}

/** Serves the default app, with some options of its own. */
export async function serveApp(options: Partial<AppOptions> = {}): Promise<ServedApp> {
  const clock = new ManualClock()
  const apps = [{ appId: 'app-id', key: 'app-key', secret: 'app-secret', ...options }]
  // A day, so that clients who hear no ping outlive the minutes that a test lets pass at once.
  const settings = readSettings({ apps, activityTimeout: 86_400 })
  const [first] = settings.apps
  if (!first) throw new Error('There is one app')
  const world = { clock, random: Math.random, warn: unexpected }
  const journal = createJournal(settings.journalLimit, world)
  const app = createApp(first, { ...world, record: (news) => journal.record('app-id', news) })
  const happenings: Happening[] = []
  app.feed.subscribe((happening) => happenings.push(happening))
  const table = { all: [app], byId: () => app, byKey: () => app }
  const faults = createRequestFaults(clock.schedule)
  const server = await startServer({ settings, apps: table, journal, faults, world })
  return {
    url: `http://127.0.0.1:${server.port}`,
    app,
    clock,
    happenings,
    next: (name) => {
      const { promise, resolve } = Promise.withResolvers<Happening>()
      const end = app.feed.subscribe((happening) => {
        if (happening.name !== name) return
        end()
        resolve(happening)
      })
      return promise
    },
    [Symbol.asyncDispose]: server.close,
  }
}
