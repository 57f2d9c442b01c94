import { randomUUID } from 'node:crypto'
import { Pusher, type PusherOptions } from '@pusherkit/core'
import { startEmulator } from '@pusherkit/emulator'
import { JsClient, type JsUser } from '@pusherkit/tests-support'
import { beforeAll, describe, inject, onTestFinished } from 'vitest'
import { APP, type App } from './run/apps.ts'
import type { Address, Servers } from './run/global-setup.ts'

/** What a server may be. */
export type ServerName = 'emulator' | keyof Servers

/** One of the servers that a suite runs against, as its tests see it. */
export interface TestServer {
  readonly name: ServerName
  /** Known when the tests run. */
  readonly address: Address
  /** Our client for it. */
  pusher(options?: Partial<PusherOptions>): Pusher
  /** A real pusher-js client of it, which is disconnected when the test has ended. */
  connect(user?: JsUser, options?: JsOptions, app?: App): JsClient
}

type JsOptions = ConstructorParameters<typeof JsClient>[2]

/** Runs the same tests against several servers. One that could not be started is left out. */
export function eachServer(names: readonly ServerName[], suite: (server: TestServer) => void): void {
  for (const name of names) {
    let address = name === 'emulator' ? undefined : inject('servers')[name]
    describe.skipIf(name !== 'emulator' && !address)(name, () => {
      if (name === 'emulator') {
        beforeAll(async () => {
          const { port, close } = await startEmulator()
          address = { httpPort: port, webSocketPort: port, path: '' }
          return close
        })
      }
      suite(
        createTestServer(name, () => {
          if (address) return address
          throw new Error(`${name} is not running yet: ask for its address in a test`)
        }),
      )
    })
  }
}

function createTestServer(name: ServerName, locate: () => Address): TestServer {
  return {
    name,
    get address() {
      return locate()
    },
    pusher: (options) => new Pusher({ ...serverOptions(locate()), ...options }),
    connect: (user, options, app = APP) => {
      const address = locate()
      const server = {
        serverOptions: () => ({ ...serverOptions(address), ...app }),
        clientOptions: () => ({
          cluster: 'local',
          wsHost: '127.0.0.1',
          wsPort: address.webSocketPort,
          wsPath: address.path,
          forceTLS: false,
          enabledTransports: ['ws' as const],
          enableStats: false,
        }),
      }
      const client = new JsClient(server, user, options)
      onTestFinished(() => client[Symbol.dispose]())
      return client
    },
  }
}

/** The options that both our client and the official one take. */
export const serverOptions = ({ httpPort, path }: Address) => ({
  ...APP,
  host: '127.0.0.1',
  port: String(httpPort),
  useTLS: false,
  ...(path === '' ? {} : { path }),
})

/** Makes a name that no other test uses: the servers live as long as the run, and its tests share them. */
export const unique = (name: string): string => `${name}-${randomUUID().slice(0, 8)}`

/** Everything that arrives on a channel under a name, in order. */
export function collect(
  channel: { bind(event: string, callback: (data: unknown) => void): unknown },
  event: string,
): unknown[] {
  const seen: unknown[] = []
  channel.bind(event, (data) => seen.push(data))
  return seen
}
