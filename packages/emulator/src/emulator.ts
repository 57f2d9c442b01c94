import { createAppTable } from './apps/app-table.ts'
import { SYSTEM_CLOCK } from './clock.ts'
import { type ClientOptions, clientOptions } from './options/client-options.ts'
import type { EmulatorOptions } from './options/emulator-options.ts'
import { findCredentials } from './options/find-credentials.ts'
import { type ServerOptions, serverOptions } from './options/server-options.ts'
import { readSettings } from './options/settings.ts'
import { toAuthority } from './server/authority.ts'
import { startServer } from './server/start-server.ts'

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
   * Stops listening and ends every connection. Resolves when nothing is left open, after a second at the latest;
   * calling it again returns the same promise.
   */
  readonly close: () => Promise<void>
}

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
  const server = await startServer(settings, createAppTable(settings.apps, SYSTEM_CLOCK), SYSTEM_CLOCK)
  const { port } = server

  let closed: Promise<void> | undefined
  const close = (): Promise<void> => {
    closed ??= server.close()
    return closed
  }
  const address = { host: settings.host, port }
  return {
    url: `http://${toAuthority(address)}`,
    port,
    serverOptions: (appId) => serverOptions(findCredentials(settings.apps, appId), address),
    clientOptions: (appId) => {
      findCredentials(settings.apps, appId)
      return clientOptions(address)
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}
