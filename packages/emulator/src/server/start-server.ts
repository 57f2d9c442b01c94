import { createServer } from 'node:http'
import type { AppTable } from '../apps/app-table.ts'
import { createConsoleGateway, createUpgrade } from '../console/console-gateway.ts'
import { readPage } from '../console/page.ts'
import type { ConsoleSetup } from '../console/plan.ts'
import type { RequestFaults } from '../faults/request-faults.ts'
import { guard } from '../feed/guard.ts'
import { createListener } from '../http/listener.ts'
import { createRecordedApi } from '../http/recorded-api.ts'
import type { JournalKeeper } from '../journal/create-journal.ts'
import { closedNews, errorNews } from '../journal/news.ts'
import type { Settings } from '../options/settings.ts'
import { ERROR_CODES } from '../protocol/error-codes.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { startWebhooks } from '../webhooks/start-webhooks.ts'
import { createGateway } from '../websocket/gateway.ts'
import type { World } from '../world.ts'
import { closeServer } from './close-server.ts'
import { listen } from './listen.ts'
import { createSocketIds } from './socket-ids.ts'

/** What is served, and where it is written down. */
export interface ServerPlan {
  readonly settings: Settings
  /** Made of the same settings, and of the same world and journal. */
  readonly apps: AppTable
  readonly journal: JournalKeeper
  readonly faults: RequestFaults
  readonly world: World
  /** Undefined: no console. */
  readonly console?: ConsoleSetup | undefined
}

/** A server that listens. */
export interface RunningServer {
  /** The TCP port, also when the system chose it. */
  readonly port: number
  /** Ends every client's connection and forgets all that happened; webhooks on their way are dropped. */
  readonly reset: () => Promise<void>
  /** Stops listening, ends every connection, and stops the webhooks. */
  readonly close: () => Promise<void>
}

/** Keeps an idle HTTP connection longer than any client's own pool does, so that a reused one is never just closing. */
const KEEP_ALIVE_MS = 120_000

/** pusher-js does not come back after this one: it would come back into the next test. */
const RESET = new ProtocolError('The emulator was reset', ERROR_CODES.unauthorized)

/**
 * Serves apps.
 *
 * @throws {Error} When it cannot listen.
 */
export async function startServer({
  settings,
  apps,
  journal,
  faults,
  world,
  console: setup,
}: ServerPlan): Promise<RunningServer> {
  const { clock, random, warn } = world
  const refused = (appId: string, error: ProtocolError): void => {
    journal.record(appId, errorNews('', error))
    journal.record(appId, closedNews('', error.code ?? ERROR_CODES.pathNotFound, error.message))
  }
  const gateway = createGateway({ ...settings, apps, createSocketId: createSocketIds(random), refused })
  const api = createRecordedApi(apps, clock, journal)
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS },
    createListener({ api, faults, readPage: setup && readPage }),
  )
  const consoles = setup && createConsoleGateway({ ...setup, apps, journal, answer: api.answer })
  server.on('upgrade', createUpgrade(gateway, consoles))
  const port = await listen(server, settings.host, settings.port)

  const tell = settings.onWebhook && guard(settings.onWebhook, warn)
  const startAll = () =>
    apps.all.map((app) =>
      startWebhooks(app, app.webhooks, {
        ...clock,
        random,
        warn,
        onDelivery: (delivery) => {
          app.record({ kind: 'webhook', delivery })
          tell?.(delivery)
        },
      }),
    )
  let webhooks = startAll()
  const silence = () => Promise.all(webhooks.map((running) => running.close()))

  return {
    port,
    reset: async () => {
      // First: that everybody leaves because the emulator was told so is nothing to tell.
      const silenced = silence()
      faults.end()
      const gone = gateway.disconnect(RESET)
      for (const app of apps.all) app.cache.clear()
      journal.clear()
      webhooks = startAll()
      await Promise.all([silenced, gone])
    },
    close: async () => {
      const silenced = silence()
      faults.end()
      await closeServer(server, consoles ? [gateway, consoles] : [gateway])
      await silenced
    },
  }
}
