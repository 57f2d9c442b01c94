import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pusher } from '@pusherkit/core'
import {
  createQueryHandler,
  DEFAULT_PATHS,
  type QueryHandlerOptions,
  toFetchHandler,
} from '@pusherkit/core/handlers'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { JsClient, type JsUser } from '@pusherkit/tests-support'

/** A request that a server saw, and what it answered. */
export interface Exchange {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  status: number
  /** Bytes of the answer's body. */
  size: number
}

export type Answer = (request: Request) => Response | Promise<Response>

/** A real HTTP server on this machine, whose answers a test may change while it runs. */
export class TestServer implements AsyncDisposable {
  readonly exchanges: Exchange[] = []
  readonly origin: string
  answer: Answer
  readonly #server: ReturnType<typeof createServer>
  #arrived = Promise.withResolvers<void>()

  private constructor(answer: Answer, server: ReturnType<typeof createServer>) {
    this.answer = answer
    this.#server = server
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('request', async (request, response) => {
      const exchange: Exchange = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        status: 0,
        size: 0,
      }
      this.exchanges.push(exchange)
      this.#arrived.resolve()
      const headers = new Headers(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      const answer = await this.answer(new Request(this.origin + exchange.url, { headers }))
      const body = Buffer.from(await answer.arrayBuffer())
      exchange.status = answer.status
      exchange.size = body.length
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(body)
    })
  }

  static async start(answer: Answer): Promise<TestServer> {
    const server = createServer()
    await once(server.listen(0, '127.0.0.1'), 'listening')
    return new TestServer(answer, server)
  }

  get urls(): string[] {
    return this.exchanges.map(({ url }) => url)
  }

  /** Resolves with the next request. */
  arrival(): Promise<void> {
    this.#arrived = Promise.withResolvers<void>()
    return this.#arrived.promise
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }
}

/** An application server with a query route, in front of a real emulator. */
export class QueryServer implements AsyncDisposable {
  readonly emulator: Emulator
  readonly pusher: Pusher
  readonly http: TestServer
  readonly baseUrl: string
  readonly #clients: JsClient[] = []

  private constructor(emulator: Emulator, pusher: Pusher, http: TestServer) {
    this.emulator = emulator
    this.pusher = pusher
    this.http = http
    this.baseUrl = http.origin + DEFAULT_PATHS.query
  }

  static async start(options: Partial<QueryHandlerOptions<Request>> = {}): Promise<QueryServer> {
    const emulator = await startEmulator()
    const pusher = new Pusher(emulator.serverOptions())
    const handler = createQueryHandler<Request>(pusher, { authorize: () => true, ...options })
    const http = await TestServer.start(toFetchHandler(handler, { path: DEFAULT_PATHS.query }))
    return new QueryServer(emulator, pusher, http)
  }

  /** Somebody real subscribes to channels. */
  async join(user: JsUser, ...channels: string[]): Promise<JsClient> {
    const client = new JsClient(this.emulator, user)
    this.#clients.push(client)
    for (const channel of channels) await client.subscribe(channel)
    return client
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#clients) client[Symbol.dispose]()
    await this.http[Symbol.asyncDispose]()
    await this.emulator.close()
  }
}

/** What a promise rejects with. */
export const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('it did not reject')
    },
    (error: unknown) => error,
  )

export const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json', ...Object.fromEntries(new Headers(init.headers)) },
  })
