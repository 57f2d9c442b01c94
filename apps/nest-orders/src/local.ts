import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { type AppOptions, createApp } from './app.ts'
import type { Settings } from './settings/settings.ts'
import { settingsFor } from './settings/settings-for.ts'

/** The application, and the emulator that it talks to. */
export interface LocalOrders extends AsyncDisposable {
  readonly url: string
  readonly emulator: Emulator
}

/** How to start it. */
export interface LocalOptions extends AppOptions {
  /** 0, a free one, unless told. */
  readonly port?: number
  /** Instead of those for the emulator. */
  readonly settings?: Partial<Settings>
}

/**
 * Starts the application with an emulator on this machine, webhooks included. For development and tests.
 *
 * @throws Error when it cannot listen, e.g. with the code `EADDRINUSE`.
 */
export async function startLocally({
  port = 0,
  settings,
  ...options
}: LocalOptions = {}): Promise<LocalOrders> {
  // The site listens first: the emulator wants to know where webhooks go, and the application where the emulator is.
  const site = createServer()
  site.listen(port, '127.0.0.1')
  await once(site, 'listening')
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  const webhooks = [{ url: `${url}/pusher/webhooks`, vacatedDelay: 1 }]
  const emulator = await startEmulator({
    apps: [{ appId: 'app-id', key: 'app-key', secret: 'app-secret', webhooks }],
  })
  const app = await createApp({ ...settingsFor(emulator), ...settings }, options)
  await app.init()
  site.on('request', app.getHttpAdapter().getInstance())
  return {
    url,
    emulator,
    async [Symbol.asyncDispose]() {
      site.close()
      site.closeAllConnections()
      await app.close()
      await emulator.close()
    },
  }
}
