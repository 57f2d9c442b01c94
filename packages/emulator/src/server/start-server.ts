import { randomInt } from 'node:crypto'
import { createServer } from 'node:http'
import type { AppTable } from '../apps/app-table.ts'
import type { Clock } from '../clock.ts'
import { guard } from '../feed/guard.ts'
import { createListener } from '../http/listener.ts'
import type { Settings } from '../options/settings.ts'
import { startWebhooks } from '../webhooks/start-webhooks.ts'
import { createGateway } from '../websocket/gateway.ts'
import { closeServer } from './close-server.ts'
import { listen } from './listen.ts'

/** A server that listens. */
export interface RunningServer {
  /** The TCP port, also when the system chose it. */
  readonly port: number
  /** Stops listening, ends every connection, and stops the webhooks. */
  readonly close: () => Promise<void>
}

/** Keeps an idle HTTP connection longer than any client's own pool does, so that a reused one is never just closing. */
const KEEP_ALIVE_MS = 120_000

/** Random first, so that no test comes to rely on a number, then a count, so that no two are alike. */
function createSocketIds(): () => string {
  let count = 0
  return () => `${randomInt(1, 1_000_000)}.${++count}`
}

/**
 * Serves apps.
 *
 * @param apps Made of the same settings, and by the same clock.
 * @throws {Error} When it cannot listen.
 */
export async function startServer(settings: Settings, apps: AppTable, clock: Clock): Promise<RunningServer> {
  const gateway = createGateway({ ...settings, apps, createSocketId: createSocketIds() })
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, createListener(apps, clock.now))
  server.on('upgrade', gateway.upgrade)
  const port = await listen(server, settings.host, settings.port)
  const { onWebhook } = settings
  const onDelivery = onWebhook && guard(onWebhook)
  const deps = { ...clock, random: Math.random, onDelivery }
  const webhooks = apps.all.map((app) => startWebhooks(app, app.webhooks, deps))
  return {
    port,
    close: async () => {
      // First: that everybody leaves because the emulator closes is nothing to tell.
      const silenced = Promise.all(webhooks.map((running) => running.close()))
      await closeServer(server, gateway)
      await silenced
    },
  }
}
