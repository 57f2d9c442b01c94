import { Agent } from 'node:http'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { createTransport } from '../../../src/transport/node.ts'
import { certificates, closing, never, publishTo, requestTo, serve, serveTcp } from '../support.ts'

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'

/** Answers the first request of the first connection, and tells of what comes there afterwards. */
const onSecondRequest = (act: (socket: Socket) => void) => {
  let published = 0
  const listener = (socket: Socket, index: number) => {
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

describe('a kept-alive connection that the server closed', () => {
  test.each<[string, (socket: Socket) => void]>([
    ['is ended', (socket) => socket.end()],
    ['is destroyed', (socket) => socket.destroy()],
    ['is reset', (socket) => socket.resetAndDestroy()],
  ])('and that %s as the next publish arrives, is replaced by a new one', async (_name, act) => {
    const { listener, published } = onSecondRequest(act)
    const { origin, sockets } = await serveTcp(listener)
    const transport = createTransport()
    await transport(publishTo(origin), { signal: never() })
    expect(await transport(publishTo(origin), { signal: never() })).toMatchObject({ status: 200, body: '{}' })
    expect([published(), sockets.length]).toEqual([2, 2])
  })

  test.each<[string, (socket: Socket) => void]>([
    ['ended', (socket) => socket.end()],
    ['destroyed', (socket) => socket.destroy()],
    ['reset', (socket) => socket.resetAndDestroy()],
  ])('right after each answer, being %s, never shows', async (_name, act) => {
    const { origin } = await serveTcp((socket) => {
      socket.on('data', () => socket.write(ANSWER, () => act(socket)))
    })
    const transport = createTransport()
    for (let count = 0; count < 100; count++) {
      expect(await transport(publishTo(origin), { signal: never() })).toMatchObject({ body: '{}' })
      // Every other time the next request goes out before the news of the close is read.
      if (count % 2) await new Promise(setImmediate)
    }
  })

  test('at random moments under load, never shows and publishes nothing twice', async () => {
    const published: string[] = []
    const { origin } = await serve((request, response) => {
      published.push(request.url ?? '')
      response.end('{}')
      // Without a word: an announced end (`connection: close`) would be respected.
      const { socket } = request
      if (published.length % 3 === 0) response.once('finish', () => setImmediate(() => socket.destroy()))
    })
    const transport = createTransport()
    const targets = Array.from({ length: 2000 }, (_, index) => `/${index}`)
    for (let start = 0; start < targets.length; start += 100) {
      await Promise.all(
        targets
          .slice(start, start + 100)
          .map((target) => transport({ ...publishTo(origin), target }, { signal: never() })),
      )
    }
    expect(published.toSorted()).toEqual(targets.toSorted())
  })

  test('is replaced under TLS as well', async () => {
    const { ca, server } = await certificates()
    const { listener, published } = onSecondRequest((socket) => socket.end())
    let index = 0
    const { origin, sockets } = await serveTcp((socket) => {
      const secured = new TLSSocket(socket, { isServer: true, ...server })
      secured.on('error', () => {})
      listener(secured, index++)
    }, 'https')
    const transport = createTransport({ tls: { ca } })
    await transport(publishTo(origin), { signal: never() })
    expect(await transport(publishTo(origin), { signal: never() })).toMatchObject({ status: 200 })
    expect([published(), sockets.length]).toEqual([2, 2])
  })

  test('is replaced for a request that waited for it', async () => {
    const { listener, published } = onSecondRequest((socket) => socket.destroy())
    const { origin } = await serveTcp(listener)
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const transport = createTransport({ agent })
    const both = [publishTo(origin), publishTo(origin)].map((request) =>
      transport(request, { signal: never() }),
    )
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200])
    expect(published()).toBe(2)
    agent.destroy()
  })
})

describe('a publish is not sent again', () => {
  test('on a new connection that breaks', async () => {
    const { origin, sockets } = await serveTcp((socket) => socket.once('data', () => socket.destroy()))
    await expect(createTransport()(publishTo(origin), { signal: never() })).rejects.toMatchObject({
      code: 'ECONNRESET',
    })
    expect(sockets.length).toBe(1)
  })

  test('when the new connection breaks as well', async () => {
    const { origin, sockets } = await serveTcp((socket, index) => {
      let requests = 0
      socket.on('data', () => (index === 0 && ++requests === 1 ? socket.write(ANSWER) : socket.destroy()))
    })
    const transport = createTransport()
    await transport(publishTo(origin), { signal: never() })
    await expect(transport(publishTo(origin), { signal: never() })).rejects.toMatchObject({
      code: 'ECONNRESET',
    })
    expect(sockets.length).toBe(2)
  })

  test.each(['H', 'HTTP/1.1 2', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{'])(
    'when an answer had begun: %j',
    async (beginning) => {
      const { listener } = onSecondRequest((socket) => socket.end(beginning))
      const { origin, sockets } = await serveTcp(listener)
      const transport = createTransport()
      await transport(publishTo(origin), { signal: never() })
      await expect(transport(publishTo(origin), { signal: never() })).rejects.toThrow()
      expect(sockets.length).toBe(1)
    },
  )

  test('when the server kept it for more than a second', async () => {
    const { listener } = onSecondRequest((socket) => setTimeout(() => socket.destroy(), 1200))
    const { origin, sockets } = await serveTcp(listener)
    const transport = createTransport()
    await transport(publishTo(origin), { signal: never() })
    await expect(transport(publishTo(origin), { signal: never() })).rejects.toMatchObject({
      code: 'ECONNRESET',
    })
    expect(sockets.length).toBe(1)
  })

  test('when its caller gave it up', async () => {
    const controller = new AbortController()
    const { listener } = onSecondRequest(() => controller.abort())
    const { origin, sockets } = await serveTcp(listener)
    const transport = createTransport()
    await transport(requestTo(origin), { signal: never() })
    await expect(transport(requestTo(origin), { signal: controller.signal })).rejects.toThrow()
    await closing(sockets[0])
    expect(sockets.length).toBe(1)
  })
})

test('news of a close that waited while this process was busy still counts', async () => {
  const { listener } = onSecondRequest((socket) => {
    socket.destroy()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1300)
  })
  const { origin, sockets } = await serveTcp(listener)
  const transport = createTransport()
  await transport(publishTo(origin), { signal: never() })
  expect(await transport(publishTo(origin), { signal: never() })).toMatchObject({ status: 200 })
  expect(sockets.length).toBe(2)
})
