import { once } from 'node:events'
import {
  createSecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type Http2Session,
} from 'node:http2'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { createUndiciTransport } from '@pusherkit/undici'
import { describe, expect, onTestFinished, test } from 'vitest'
import { certificates, never, publishTo, requestTo } from './support.ts'

describe('the undici transport over HTTP/2', async () => {
  const { ca, server: tls } = await certificates()
  const create = () => createUndiciTransport({ allowH2: true, tls: { ca } })

  /** A server that speaks nothing else. */
  async function serve(listener: (request: Http2ServerRequest, response: Http2ServerResponse) => void) {
    const server = createSecureServer(tls, listener)
    const sockets: Socket[] = []
    server.on('connection', (socket: Socket) => sockets.push(socket))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      server.close()
      for (const socket of sockets) socket.destroy()
    })
    return { origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, sockets }
  }

  test('sends and reads as over HTTP/1.1', async () => {
    const { origin } = await serve(async (request, response) => {
      const seen = [request.httpVersion, request.method, request.url, request.headers['content-length']]
      response.writeHead(413, { 'Retry-After': '3' }).end(`${seen} ${await text(request)} ü`)
    })
    const transport = create()
    expect(await transport(publishTo(origin, '{"data":"日本"}'), { signal: never() })).toMatchObject({
      status: 413,
      headers: { 'retry-after': '3' },
      body: '2.0,POST,/apps/1/events?auth_signature=5ec3e7,17 {"data":"日本"} ü',
    })
    const target = "/apps/1/channels/a=@,.;b!$&'()*+~:%2f/../x?x=%2F,;@+'"
    expect(await transport(requestTo(origin, { target }), { signal: never() })).toMatchObject({
      body: expect.stringContaining(`,${target},`),
    })
  })

  test('300 requests in flight share a few connections, and each gets its own answer', async () => {
    const { origin, sockets } = await serve((request, response) => {
      setImmediate(() => response.end(request.url))
    })
    const transport = create()
    const targets = Array.from({ length: 300 }, (_, index) => `/${index}`)
    const answers = await Promise.all(
      targets.map((target) => transport({ ...publishTo(origin), target }, { signal: never() })),
    )
    expect(answers.map(({ body }) => body)).toEqual(targets)
    expect(sockets.length).toBeLessThanOrEqual(4)
  })

  test('an abort ends its own stream, and no other', async () => {
    const controller = new AbortController()
    const aborted = Promise.withResolvers<void>()
    const { origin, sockets } = await serve((request, response) => {
      if (request.url !== '/silent') return void response.end(request.url)
      request.stream.once('close', () => aborted.resolve())
      setImmediate(() => controller.abort(new Error('enough')))
    })
    const transport = create()
    await transport(requestTo(origin), { signal: never() })
    const silent = transport(requestTo(origin, { target: '/silent' }), { signal: controller.signal })
    const other = transport(requestTo(origin, { target: '/other' }), { signal: never() })
    await expect(silent).rejects.toThrow('enough')
    await aborted.promise
    expect((await other).body).toBe('/other')
    expect((await transport(requestTo(origin, { target: '/next' }), { signal: never() })).body).toBe('/next')
    expect(sockets.length).toBe(1)
  })

  test.each<[string, (session: Http2Session | undefined, socket: Socket | undefined) => void]>([
    ['breaks', (_session, socket) => socket?.destroy()],
    ['is ended by the server', (session) => session?.destroy()],
  ])('no publish is sent again when its connection %s', async (_name, act) => {
    const published: string[] = []
    const { origin, sockets } = await serve((request, response) => {
      if (request.method === 'GET') return void response.end()
      if (published.push(request.url) === 20) act(request.stream.session, sockets[0])
    })
    const transport = create()
    await transport(requestTo(origin), { signal: never() })
    const targets = Array.from({ length: 20 }, (_, index) => `/${index}`)
    const sent = targets.map((target) => transport({ ...publishTo(origin), target }, { signal: never() }))
    const ends = await Promise.allSettled(sent)
    expect(new Set(ends.map(({ status }) => status))).toEqual(new Set(['rejected']))
    // Anything sent again would have arrived by now, as this goes the same way.
    await transport(requestTo(origin), { signal: never() })
    expect(published.toSorted()).toEqual(targets.toSorted())
  })
})
