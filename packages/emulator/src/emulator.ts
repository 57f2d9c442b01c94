import { randomBytes } from 'node:crypto'
import { emitWarning } from 'node:process'
import { createAppTable } from './apps/app-table.ts'
import type { Clock } from './clock.ts'
import { toConsoleToken } from './console/console-settings.ts'
import { toConsoleUrl } from './console/console-url.ts'
import { dropConnections } from './faults/drop-connections.ts'
import type { Faults } from './faults/faults.ts'
import { createRequestFaults } from './faults/request-faults.ts'
import { createJournal } from './journal/create-journal.ts'
import { type ManualClock, makeManualClock } from './manual-clock.ts'
import { type ClientOptions, clientOptions } from './options/client-options.ts'
import type { EmulatorOptions } from './options/emulator-options.ts'
import { findApp } from './options/find-app.ts'
import { type ServerOptions, serverOptions } from './options/server-options.ts'
import { readSettings } from './options/settings.ts'
import { toAuthority } from './server/authority.ts'
import { startServer } from './server/start-server.ts'
import { type LiveConnection, liveConnections } from './testing/live-connection.ts'
import { type RecordedRequest, recordedRequests } from './testing/recorded.ts'
import { createWaits, type WaitFor } from './testing/waits.ts'
import type { World } from './world.ts'

/** A running emulator. */
export interface Emulator extends AsyncDisposable {
  /** Where it listens, e.g. `http://127.0.0.1:6001`. */
  readonly url: string
  /** The TCP port it listens on, also when the system chose it. */
  readonly port: number
  /**
   * The options for a server library: `new Pusher(emulator.serverOptions())` with `@pusherkit/core`. Holds the secret.
   *
   * @param appId Which app; the first one unless told.
   * @throws {RangeError} When there is no such app.
   */
  readonly serverOptions: (appId?: string) => ServerOptions
  /**
   * The options for pusher-js: `new PusherJS(key, emulator.clientOptions())`. Holds no secret.
   *
   * @param appId Which app; the first one unless told.
   * @throws {RangeError} When there is no such app.
   */
  readonly clientOptions: (appId?: string) => ClientOptions
  /**
   * Where to open the debug console in a browser; undefined without one. On an address that is not loopback it holds
   * the token that the console asks for.
   */
  readonly consoleUrl: () => string | undefined
  /** The requests to the HTTP API so far, refused ones too, the oldest first. A list that does not change. */
  readonly requests: readonly RecordedRequest[]
  /** Who is connected right now. A list that does not change. */
  readonly connections: readonly LiveConnection[]
  /** Waits until something happens, or has happened already since the start or the last `reset()`. */
  readonly waitFor: WaitFor
  /** Lets things go wrong. */
  readonly faults: Faults
  /**
   * Between two tests: ends every client's connection with 4009, after which pusher-js does not come back, and forgets
   * channels, cached events, what was recorded, faults, rate limits, and webhooks that were not delivered. The
   * port and the time stay. Whatever waits rejects. Resolves when all clients are gone, after a second at the latest.
   */
  readonly reset: () => Promise<void>
  /**
   * Stops listening and ends every connection. Whatever waits rejects. Resolves when nothing is left open, after a
   * second at the latest; calling it again returns the same promise.
   */
  readonly close: () => Promise<void>
}

const SYSTEM_CLOCK: Clock = {
  now: Date.now,
  schedule: (action, ms) => {
    const timer = setTimeout(action, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/**
 * Makes a clock for {@link startEmulator} that stands still until a test moves it on.
 *
 * ```ts
 * const clock = createManualClock()
 * await using emulator = await startEmulator({ clock })
 * await clock.advance(120_000)
 * ```
 *
 * @param startsAt In ms since 1970. Now unless told, so that the signatures of server libraries are not too old for it.
 */
export const createManualClock = (startsAt: number = Date.now()): ManualClock =>
  makeManualClock(startsAt, SYSTEM_CLOCK.schedule)

/** Nobody guesses it. */
const randomWord = (): string => randomBytes(16).toString('base64url')

/**
 * Starts a local Channels server, for development and tests.
 *
 * ```ts
 * await using emulator = await startEmulator()
 * const pusher = new Pusher(emulator.serverOptions())
 * await pusher.trigger('my-channel', 'my-event', { hello: 'world' })
 * ```
 *
 * @throws {TypeError} When an option is wrong; the message names it.
 * @throws {Error} When it cannot listen, e.g. because the port is taken; `cause.code` is then `EADDRINUSE`.
 */
export async function startEmulator(options?: EmulatorOptions): Promise<Emulator> {
  const settings = readSettings(options)
  const world: World = { clock: settings.clock ?? SYSTEM_CLOCK, random: Math.random, warn: emitWarning }
  const journal = createJournal(settings.journalLimit, world)
  const apps = createAppTable(settings.apps, world, journal)
  const faults = createRequestFaults(world.clock.schedule)
  const waits = createWaits(journal, SYSTEM_CLOCK.schedule)
  const token = toConsoleToken(settings, randomWord)
  const setup = settings.console ? { clock: SYSTEM_CLOCK, token, run: randomWord() } : undefined
  const server = await startServer({ settings, apps, journal, faults, world, console: setup })
  const { port } = server

  let closed: Promise<void> | undefined
  const close = (): Promise<void> => {
    waits.close('The emulator was closed')
    closed ??= server.close()
    return closed
  }
  const address = { host: settings.host, port }
  const { delay, status, reset, clear } = faults
  return {
    url: `http://${toAuthority(address)}`,
    port,
    serverOptions: (appId) => serverOptions(findApp(settings.apps, appId), address),
    clientOptions: (appId) => {
      findApp(settings.apps, appId)
      return clientOptions(address)
    },
    consoleUrl: () => setup && toConsoleUrl(address, token),
    get requests() {
      return recordedRequests(journal.entries)
    },
    get connections() {
      return liveConnections(apps.all)
    },
    waitFor: waits.waitFor,
    faults: {
      delay,
      status,
      reset,
      clear,
      dropConnections: (dropOptions) => dropConnections(apps, dropOptions),
    },
    reset: async () => {
      if (closed) throw new Error('The emulator was closed and cannot be reset; start another one')
      waits.abandon('The emulator was reset')
      await server.reset()
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}
