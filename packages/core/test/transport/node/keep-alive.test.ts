import { getEventListeners } from 'node:events'
import type { TLSSocket } from 'node:tls'
import { expect, test } from 'vitest'
import { exchange } from '../../../src/transport/node/exchange.ts'
import { IDLE_TIMEOUT, loadRoute } from '../../../src/transport/node/route.ts'
import { createTransport } from '../../../src/transport/node.ts'
import {
  certificates,
  closing,
  never,
  requestTo,
  sendFromAnotherProcess,
  serve,
  serveTcp,
} from '../support.ts'

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n'

test('an idle connection is kept for 55 s: longer than the 5 s of a default agent, shorter than balancers do', async () => {
  expect(IDLE_TIMEOUT).toBe(55_000)
})

test('an idle connection is closed after the idle time', async () => {
  const { origin, sockets } = await serveTcp((socket) => {
    socket.on('data', () => socket.write(`${ANSWER}\r\n`))
  })
  const plain = { proxy: undefined, tls: undefined, agent: undefined }
  const route = await loadRoute(origin, plain, 50)
  await exchange(route, route.pooled, requestTo(origin), never()).answer
  await closing(sockets[0])
})

test('the time that a server announces is respected', async () => {
  const { origin, sockets } = await serveTcp((socket) => {
    socket.on('data', () => socket.write(`${ANSWER}keep-alive: timeout=2\r\n\r\n`))
  })
  await createTransport()(requestTo(origin), { signal: never() })
  await closing(sockets[0])
})

test('the connection used last is used next', async () => {
  const ports = new Map<string | undefined, number | undefined>()
  const slowArrived = Promise.withResolvers<() => void>()
  const { origin } = await serve((request, response) => {
    ports.set(request.url, request.socket.remotePort)
    if (request.url === '/slow') slowArrived.resolve(() => response.end())
    else response.end()
  })
  const transport = createTransport()
  const get = (target: string) => transport(requestTo(origin, { target }), { signal: never() })
  const slow = get('/slow')
  await get('/fast')
  const endSlow = await slowArrived.promise
  endSlow()
  await slow
  await get('/next')
  expect(ports.get('/next')).toBe(ports.get('/slow'))
})

test('at most 64 connections are open, and a request that is aborted while it waits for one is never sent', async () => {
  const held: (() => void)[] = []
  const full = Promise.withResolvers<void>()
  const { origin, sockets } = await serve((request, response) => {
    if (request.url !== '/held') return void response.end(request.url)
    held.push(() => response.end())
    if (held.length === 64) full.resolve()
  })
  const transport = createTransport()
  const controller = new AbortController()
  const all = Array.from({ length: 64 }, () =>
    transport(requestTo(origin, { target: '/held' }), { signal: never() }),
  )
  const aborted = transport(requestTo(origin, { target: '/held' }), { signal: controller.signal })
  const waiting = transport(requestTo(origin, { target: '/next' }), { signal: never() })
  await full.promise
  controller.abort(new Error('enough'))
  await expect(aborted).rejects.toThrow('enough')
  expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  for (const release of held) release()
  await Promise.all(all)
  expect(await waiting).toMatchObject({ body: '/next' })
  expect([held.length, sockets.length]).toEqual([64, 64])
})

test('a request leaves no listener on its signal, whatever its end', async () => {
  const { signal } = new AbortController()
  const { origin } = await serve((request, response) => {
    if (request.url === '/broken') response.destroy()
    else response.end()
  })
  const transport = createTransport()
  const sent = ['/', '/broken'].map((target) => transport(requestTo(origin, { target }), { signal }))
  expect((await Promise.allSettled(sent)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  await new Promise(setImmediate)
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('a new TLS connection resumes the session of the one before', async () => {
  const { ca, server } = await certificates()
  const resumed: boolean[] = []
  const { origin } = await serve((request, response) => {
    resumed.push((request.socket as TLSSocket).isSessionReused())
    response.writeHead(200, { connection: 'close' }).end()
  }, server)
  const transport = createTransport({ tls: { ca } })
  for (let count = 0; count < 3; count++) await transport(requestTo(origin), { signal: never() })
  expect(resumed).toEqual([false, true, true])
})

test('an idle connection does not keep the process alive', async () => {
  const { origin, sockets } = await serveTcp((socket) => {
    socket.on('data', () => socket.write(`${ANSWER}\r\n`))
  })
  expect([await sendFromAnotherProcess(origin), sockets.length]).toEqual(['200\n', 1])
})
