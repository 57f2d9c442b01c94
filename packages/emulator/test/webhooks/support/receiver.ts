import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { Pusher } from '@pusherkit/core'
import { onTestFinished } from 'vitest'
import { Inbox } from './inbox.ts'

/** The app that the webhooks are of. */
export const APP = { appId: 'app-id', key: 'app-key', secret: 'app-secret' }
const pusher = new Pusher({ ...APP, cluster: 'mt1' })

/** A webhook as it arrived. Answer it, or do not. */
export interface Received {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly rawBody: Buffer
  readonly response: ServerResponse
  /** Resolves when its connection is gone. */
  readonly closed: Promise<unknown>
}

/** What to do with a webhook: answer with a status, cut the connection, or nothing. */
export type Reaction = number | 'reset' | 'nothing'

/** A web server that takes webhooks. */
export interface Receiver {
  readonly url: string
  readonly inbox: Inbox<Received>
}

function react({ response }: Received, reaction: Reaction): void {
  if (reaction === 'nothing') return
  if (reaction === 'reset') response.socket?.resetAndDestroy()
  else response.writeHead(reaction, { location: '/elsewhere' }).end('noted')
}

/**
 * Starts a receiver for the length of one test.
 *
 * @param reactions What to do with the first ones; the others are answered with 200.
 */
export function startReceiver(...reactions: Reaction[]): Promise<Receiver> {
  return startReceiverWith(() => reactions.shift() ?? 200)
}

/** As {@link startReceiver}, with a reaction that depends on what came. */
export async function startReceiverWith(choose: (received: Received) => Reaction): Promise<Receiver> {
  const inbox = new Inbox<Received>()
  const server = createServer(async (request, response) => {
    const closed = once(response, 'close')
    const rawBody = await buffer(request)
    const { method, url: path, headers } = request
    const received = { method, path, headers, rawBody, response, closed }
    react(received, choose(received))
    inbox.put(received)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, inbox }
}

/** The events of a webhook that core's Pusher has found valid. */
export function verify({ headers, rawBody }: Received): readonly unknown[] {
  const webhook = pusher.webhook({ headers, rawBody })
  if (!webhook.isValid()) throw new Error(`core finds this webhook invalid: ${rawBody}`)
  return webhook.getEvents()
}
