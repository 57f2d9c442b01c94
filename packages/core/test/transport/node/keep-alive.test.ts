import { expect, test } from 'vitest'
import { exchange } from '../../../src/transport/node/exchange.ts'
import { IDLE_TIMEOUT, loadRoute } from '../../../src/transport/node/route.ts'
import { createTransport } from '../../../src/transport/node.ts'
import { closing, never, requestTo, sendFromAnotherProcess, serve, serveTcp } from '../support.ts'

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

test('an idle connection does not keep the process alive', async () => {
  const { origin, sockets } = await serveTcp((socket) => {
    socket.on('data', () => socket.write(`${ANSWER}\r\n`))
  })
  expect([await sendFromAnotherProcess(origin), sockets.length]).toEqual(['200\n', 1])
})
