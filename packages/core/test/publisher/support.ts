import { Pusher, type PusherOptions } from '../../src/index.ts'
import { createPublisher, type Publisher, type PublisherOptions } from '../../src/publisher/index.ts'
import { serve } from '../transport/support.ts'

/** An event as it arrived. */
export interface ReceivedEvent {
  readonly channel?: string
  readonly channels?: readonly string[]
  readonly name: string
  readonly data: string
  readonly socket_id?: string
  readonly info?: string
}

/** A request as it arrived. */
export interface Received {
  readonly path: string
  readonly events: readonly ReceivedEvent[]
}

/** What a server says. `reset` says nothing, and breaks the connection. */
export type Answer = 'reset' | { status?: number; headers?: Record<string, string>; body?: string }

/** Decides about a request, at once or later. */
export type Answering = (request: Received, index: number) => Answer | Promise<Answer>

/** The data of the events of each request. */
export const dataOf = (requests: readonly Received[]): string[][] =>
  requests.map(({ events }) => events.map(({ data }) => data))

/** A client, and what its server received. */
export interface Api {
  readonly pusher: Pusher
  readonly requests: readonly Received[]
}

/** A real server for the length of one test, a client of it, and all that it received. */
export async function startApi(
  answering: Answering = () => ({}),
  options: Partial<PusherOptions> = {},
): Promise<Api> {
  const requests: Received[] = []
  const server = await serve(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const path = (request.url ?? '').replace(/\?.*/, '')
    const body = JSON.parse(Buffer.concat(chunks).toString())
    const received = { path, events: body.batch ?? [body] }
    const answer = await answering(received, requests.push(received) - 1)
    if (answer === 'reset') return void request.socket.resetAndDestroy()
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '{}')
  })
  const app = { appId: '1', key: 'k', secret: 's', host: '127.0.0.1', port: server.port, useTLS: false }
  return { pusher: new Pusher({ ...app, retry: { baseDelay: 1 }, ...options }), requests }
}

/** The same, with a publisher. */
export async function startPublishing(
  answering?: Answering,
  options?: PublisherOptions,
  client?: Partial<PusherOptions>,
): Promise<{ publisher: Publisher; requests: readonly Received[] }> {
  const { pusher, requests } = await startApi(answering, client)
  return { publisher: createPublisher(pusher, options), requests }
}

/** Lets requests through one by one: `arrived(n)` waits for the n-th from 0, `answer(n)` answers it. */
export function createGate() {
  const doors: { arrived: PromiseWithResolvers<void>; opened: PromiseWithResolvers<Answer> }[] = []
  const door = (index: number) => {
    while (doors.length <= index)
      doors.push({ arrived: Promise.withResolvers(), opened: Promise.withResolvers() })
    const found = doors[index]
    if (!found) throw new Error('unreachable')
    return found
  }
  return {
    answering: (_request: Received, index: number): Promise<Answer> => {
      door(index).arrived.resolve()
      return door(index).opened.promise
    },
    arrived: (index: number): Promise<void> => door(index).arrived.promise,
    answer: (index: number, answer: Answer = {}): void => door(index).opened.resolve(answer),
  }
}
