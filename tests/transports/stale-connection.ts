import type { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { type SocketListener, serveSockets } from './serve-sockets.ts'
import type { Subject } from './subject.ts'
import { certificates, closing, never, publishTo, requestTo, serve } from './support.ts'

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'

/** Answers the first request of the first connection, and tells of what comes there afterwards. */
const onSecondRequest = (act: (socket: Socket) => void) => {
  let published = 0
  const listener: SocketListener = (socket, index) => {
    let requests = 0
    socket.on('data', () => {
      requests++
      if (index === 0 && requests > 1) return act(socket)
      published++
      socket.write(ANSWER)
    })
  }
  return { listener, published: () => published }
}

/** What breaks a connection: TLS says goodbye first, unless the connection below it is taken away. */
const ENDS: [string, (socket: Socket) => void][] = [
  ['ended', (socket) => socket.end()],
  ['destroyed', (socket) => socket.destroy()],
  ['reset', (socket) => socket.resetAndDestroy()],
]

/** When a transport sends a request again, and when not. */
export function describeStaleConnections({ name, create: createTransport, scheme }: Subject): void {
  describe(`${name} over ${scheme}`, async () => {
    const { ca, server } = await certificates()
    const tls = scheme === 'https' ? server : undefined
    const create = () => createTransport(tls ? { tls: { ca } } : {})

    const listen = (listener: SocketListener) => serveSockets(listener, tls)

    describe('and a kept-alive connection that the server closed', () => {
      test.each(ENDS)('one that is %s as the next publish arrives is replaced', async (_name, act) => {
        const { listener, published } = onSecondRequest(act)
        const { origin, sockets } = await listen(listener)
        const transport = create()
        await transport(publishTo(origin), { signal: never() })
        expect(await transport(publishTo(origin), { signal: never() })).toMatchObject({
          status: 200,
          body: '{}',
        })
        expect([published(), sockets.length]).toEqual([2, 2])
      })

      test.each(ENDS)('one that is %s right after each answer never shows', async (_name, act) => {
        const { origin } = await listen((socket) => {
          socket.on('data', () => socket.write(ANSWER, () => act(socket)))
        })
        const transport = create()
        for (let count = 0; count < 100; count++) {
          expect(await transport(publishTo(origin), { signal: never() })).toMatchObject({ body: '{}' })
          // Every other time the next request goes out before the news of the close is read.
          if (count % 2) await new Promise(setImmediate)
        }
      })

      test('at random moments under load, never shows and publishes nothing twice', async () => {
        const published: string[] = []
        const { origin, sockets } = await serve((request, response) => {
          published.push(request.url ?? '')
          response.end('{}')
          // Without a word: an announced end (`connection: close`) would be respected.
          const { socket } = request
          if (published.length % 3 === 0) response.once('finish', () => setImmediate(() => socket.destroy()))
        }, tls)
        const transport = create()
        const targets = Array.from({ length: 2000 }, (_, index) => `/${index}`)
        let open = 0
        for (let start = 0; start < targets.length; start += 100) {
          await Promise.all(
            targets
              .slice(start, start + 100)
              .map((target) => transport({ ...publishTo(origin), target }, { signal: never() })),
          )
          open = Math.max(open, sockets.filter(({ destroyed }) => !destroyed).length)
        }
        expect(published.toSorted()).toEqual(targets.toSorted())
        expect(open).toBeLessThanOrEqual(64)
      })

      test('news of a close that waited while this process was busy still counts', async () => {
        const { listener } = onSecondRequest((socket) => {
          socket.destroy()
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1300)
        })
        const { origin, sockets } = await listen(listener)
        const transport = create()
        await transport(publishTo(origin), { signal: never() })
        expect(await transport(publishTo(origin), { signal: never() })).toMatchObject({ status: 200 })
        expect(sockets.length).toBe(2)
      })
    })

    describe('does not send a publish again', () => {
      test('on a new connection that breaks', async () => {
        const { origin, sockets } = await listen((socket) => socket.once('data', () => socket.destroy()))
        await expect(create()(publishTo(origin), { signal: never() })).rejects.toBeInstanceOf(Error)
        expect(sockets.length).toBe(1)
      })

      test('when the new connection breaks as well', async () => {
        const { origin, sockets } = await listen((socket, index) => {
          let requests = 0
          socket.on('data', () => (index === 0 && ++requests === 1 ? socket.write(ANSWER) : socket.destroy()))
        })
        const transport = create()
        await transport(publishTo(origin), { signal: never() })
        await expect(transport(publishTo(origin), { signal: never() })).rejects.toBeInstanceOf(Error)
        expect(sockets.length).toBe(2)
      })

      test.each(['H', 'HTTP/1.1 2', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{'])(
        'when an answer had begun: %j',
        async (beginning) => {
          const { listener } = onSecondRequest((socket) => socket.end(beginning))
          const { origin, sockets } = await listen(listener)
          const transport = create()
          await transport(publishTo(origin), { signal: never() })
          await expect(transport(publishTo(origin), { signal: never() })).rejects.toThrow()
          expect(sockets.length).toBe(1)
        },
      )

      test('when the server kept it for more than a second', async () => {
        const { listener } = onSecondRequest((socket) => setTimeout(() => socket.destroy(), 1200))
        const { origin, sockets } = await listen(listener)
        const transport = create()
        await transport(publishTo(origin), { signal: never() })
        await expect(transport(publishTo(origin), { signal: never() })).rejects.toBeInstanceOf(Error)
        expect(sockets.length).toBe(1)
      })

      test('when its caller gave it up', async () => {
        const controller = new AbortController()
        const { listener } = onSecondRequest(() => controller.abort())
        const { origin, sockets } = await listen(listener)
        const transport = create()
        await transport(requestTo(origin), { signal: never() })
        await expect(transport(requestTo(origin), { signal: controller.signal })).rejects.toThrow()
        await closing(sockets[0])
        expect(sockets.length).toBe(1)
      })
    })
  })
}
