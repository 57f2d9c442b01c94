import { execFile } from 'node:child_process'
import { TLSSocket } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Pusher, type Transport } from '@pusherkit/core'
import { startEmulator } from '@pusherkit/emulator'
import { describe, expect, test } from 'vitest'
import { createUndiciTransport } from '../src/index.ts'
import { certificates, closing, never, publishTo, requestTo, serve, serveTcp } from './support.ts'

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'
const get = (transport: Transport, origin: string, target = '/') =>
  transport(requestTo(origin, { target }), { signal: never() })

test('a Pusher publishes and asks through it', async () => {
  await using emulator = await startEmulator({ port: 0 })
  await using transport = createUndiciTransport()
  const pusher = new Pusher({ ...emulator.serverOptions(), transport })
  expect(await (await pusher.trigger('c', 'e', { text: '日本' })).json()).toEqual({})
  expect(await pusher.channels()).toMatchObject({ channels: {} })
})

test('a path that URL parsers would rewrite is sent as it was signed', async () => {
  const { origin } = await serve((request, response) => response.end(request.url))
  await using transport = createUndiciTransport()
  const target = '/apps/1/channels/../x/./y//z?a=%2F'
  expect(await get(transport, origin, target)).toMatchObject({ body: target })
})

test('publishes one after the other use one connection', async () => {
  const { origin, sockets } = await serve((_, response) => response.end('{}'))
  await using transport = createUndiciTransport()
  for (let count = 0; count < 20; count++) await transport(publishTo(origin), { signal: never() })
  expect(sockets.length).toBe(1)
})

test('no more connections are opened than it is told', async () => {
  const { origin, sockets } = await serve((_, response) => setImmediate(() => response.end('{}')))
  await using transport = createUndiciTransport({ connections: 3 })
  await Promise.all(Array.from({ length: 100 }, () => transport(publishTo(origin), { signal: never() })))
  expect(sockets.length).toBe(3)
})

test('an idle connection is closed after the time it is told', async () => {
  const { origin, sockets } = await serveTcp((socket) => socket.on('data', () => socket.write(ANSWER)))
  await get(createUndiciTransport({ keepAliveTimeout: 50 }), origin)
  await closing(sockets[0])
})

test('a server that announces a long time does not make it longer', async () => {
  const { origin, sockets } = await serveTcp((socket) =>
    socket.on('data', () => socket.write(ANSWER.replace('\r\n\r\n', '\r\nkeep-alive: timeout=500\r\n\r\n'))),
  )
  await get(createUndiciTransport({ keepAliveTimeout: 50 }), origin)
  await closing(sockets[0])
})

test('an idle connection does not keep the process alive', async () => {
  const { origin, sockets } = await serveTcp((socket) => socket.on('data', () => socket.write(ANSWER)))
  const script = `
    import { createUndiciTransport } from ${JSON.stringify(fileURLToPath(new URL('../src/index.ts', import.meta.url)))}
    const { signal } = new AbortController()
    console.log((await createUndiciTransport()(${JSON.stringify(requestTo(origin))}, { signal })).status)`
  const args = ['--conditions=@pusherkit/source', '--input-type=module', '-e', script]
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 10_000 })
  expect([stdout, sockets.length]).toEqual(['200\n', 1])
})

describe('with pipelining', () => {
  /** Answers only when so many requests have arrived. */
  const serveTogether = (count: number) => {
    const held: (() => void)[] = []
    return serve((request, response) => {
      held.push(() => response.end(request.url))
      if (held.length === count) for (const release of held.splice(0)) release()
    })
  }

  test('several GET requests are under way on one connection', async () => {
    const { origin, sockets } = await serve((request, response) =>
      setImmediate(() => response.end(request.url)),
    )
    await using transport = createUndiciTransport({ connections: 1, pipelining: 10 })
    const targets = Array.from({ length: 50 }, (_, index) => `/${index}`)
    const answers = await Promise.all(targets.map((target) => get(transport, origin, target)))
    expect(answers.map(({ body }) => body)).toEqual(targets)
    expect(sockets.length).toBe(1)
  })

  test('publishes have a connection each', async () => {
    const { origin, sockets } = await serveTogether(4)
    await using transport = createUndiciTransport({ pipelining: 10 })
    const sent = Array.from({ length: 4 }, () => transport(publishTo(origin), { signal: never() }))
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(sockets.length).toBe(4)
  })

  test('an abort closes the connection, and what was behind it is asked again', async () => {
    const controller = new AbortController()
    const { origin } = await serve((request, response) => {
      if (request.url === '/silent') setImmediate(() => controller.abort(new Error('enough')))
      else response.end(request.url)
    })
    await using transport = createUndiciTransport({ connections: 1, pipelining: 10 })
    await get(transport, origin)
    const silent = transport(requestTo(origin, { target: '/silent' }), { signal: controller.signal })
    const others = ['/1', '/2', '/3'].map((target) => get(transport, origin, target))
    await expect(silent).rejects.toThrow('enough')
    expect((await Promise.all(others)).map(({ body }) => body)).toEqual(['/1', '/2', '/3'])
  })
})

test('no connection is opened for a request that was aborted while it waited', async () => {
  const arrived = Promise.withResolvers<() => void>()
  const { origin, sockets } = await serve((_, response) => {
    arrived.resolve(() => response.writeHead(200, { connection: 'close' }).end())
  })
  const transport = createUndiciTransport({ connections: 1 })
  const first = get(transport, origin)
  const controller = new AbortController()
  const waiting = transport(requestTo(origin), { signal: controller.signal })
  const answer = await arrived.promise
  controller.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
  answer()
  await first
  await transport.close()
  expect(sockets.length).toBe(1)
})

test('a request that is aborted before it is written is not, and its connection stays', async () => {
  const seen: (string | undefined)[] = []
  const { origin, sockets } = await serve((request, response) => {
    seen.push(request.url)
    response.end()
  })
  await using transport = createUndiciTransport({ connections: 1 })
  await get(transport, origin, '/first')
  const controller = new AbortController()
  const sent = transport(requestTo(origin, { target: '/second' }), { signal: controller.signal })
  controller.abort(new Error('enough'))
  await expect(sent).rejects.toThrow('enough')
  await get(transport, origin, '/third')
  expect([seen, sockets.length]).toEqual([['/first', '/third'], 1])
})

test('an abort while connecting closes the connection, and its place is free for the next request', async () => {
  const { ca, server } = await certificates()
  const accepted = Promise.withResolvers<void>()
  const { origin, sockets } = await serveTcp((socket, index) => {
    // The first never answers the handshake.
    if (index === 0) return accepted.resolve()
    const secured = new TLSSocket(socket, { isServer: true, ...server })
    secured.on('error', () => {})
    secured.on('data', () => secured.write(ANSWER))
  }, 'https')
  await using transport = createUndiciTransport({ connections: 1, tls: { ca } })
  const controller = new AbortController()
  const sent = transport(requestTo(origin), { signal: controller.signal })
  const next = get(transport, origin)
  await accepted.promise
  controller.abort(new Error('enough'))
  await expect(sent).rejects.toThrow('enough')
  sockets[0]?.resume()
  await closing(sockets[0])
  expect(await next).toMatchObject({ status: 200 })
})

describe('close()', () => {
  test('lets requests under way end, and closes the connections', async () => {
    const arrived = Promise.withResolvers<() => void>()
    const { origin, sockets } = await serve((request, response) => {
      if (request.url === '/slow') arrived.resolve(() => response.end('late'))
      else response.end()
    })
    const transport = createUndiciTransport()
    const slow = get(transport, origin, '/slow')
    await get(transport, origin)
    const release = await arrived.promise
    const closed = transport.close()
    release()
    expect(await slow).toMatchObject({ body: 'late' })
    await closed
    await Promise.all(sockets.map(closing))
  })

  test('refuses what comes later, also when there was nothing to close', async () => {
    const transport = createUndiciTransport()
    await transport.close()
    await transport.close()
    await expect(get(transport, 'http://127.0.0.1:1')).rejects.toMatchObject({
      name: 'PusherError',
      code: 'ERR_PUSHER_CLOSED',
      message: 'The transport is closed: make a new one',
    })
  })
})
