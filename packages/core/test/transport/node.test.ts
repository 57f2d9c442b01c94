import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { Pusher, PusherRequestError, PusherTimeoutError } from '../../src/index.ts'
import { createTransport } from '../../src/transport/node.ts'
import { never, requestTo } from './support.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

async function serve(listener: RequestListener, options: { timeout?: number } = {}) {
  const server = createServer(listener)
  servers.push(server)
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const pusher = new Pusher({
    appId: '1',
    key: 'k',
    secret: 'the-secret',
    host: '127.0.0.1',
    port,
    useTLS: false,
    retry: false,
    ...options,
  })
  return { pusher, port, sockets, server }
}

describe('the Node transport', () => {
  test('sends the body with its length in bytes, and reads an answer cut inside a character', async () => {
    const { pusher } = await serve((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk) => chunks.push(chunk))
      request.on('end', () => {
        const body = Buffer.concat(chunks)
        const answer = Buffer.from(
          JSON.stringify({ length: request.headers['content-length'], bytes: body.length, é: 'ü' }),
        )
        const cut = answer.indexOf('ü') + 1
        response.writeHead(200, { 'content-type': 'application/json', 'x-multi': ['a', 'b'] })
        response.write(answer.subarray(0, cut), () => response.end(answer.subarray(cut)))
      })
    })
    const response = await pusher.trigger('c', 'é', { text: '日本' })
    const body = await response.json()
    expect(body).toEqual({ length: '61', bytes: 61, é: 'ü' })
    expect([
      response.status,
      response.ok,
      response.headers.get('Content-Type'),
      response.headers.get('x-multi'),
    ]).toEqual([200, true, 'application/json', 'a, b'])
    expect(await response.text()).toBe('{"length":"61","bytes":61,"é":"ü"}')
  })

  test('tells every header by its lower-case name, repeated ones joined, whatever they are called', async () => {
    const { port } = await serve((_request, response) => {
      const headers = ['X-A', 'b', 'Constructor', 'c', 'x-a', 'd', 'Retry-After', '1', 'Retry-After', '2']
      response.writeHead(200, [...headers, 'Content-Length', '0']).end()
    })
    const request = requestTo(`http://127.0.0.1:${port}`)
    const { headers } = await createTransport()(request, { signal: never() })
    expect(headers).toMatchObject({ 'x-a': 'b, d', constructor: 'c', 'retry-after': '1, 2' })
  })

  test('keeps its connection for the next request', async () => {
    const { pusher, sockets } = await serve((_request, response) => response.end('{}'))
    for (let count = 0; count < 5; count++) await pusher.trigger('c', 'e', 'd')
    expect(sockets.size).toBe(1)
  })

  test('opens at most 64 connections, however much is in flight', async () => {
    const { pusher, sockets } = await serve((_request, response) => setImmediate(() => response.end('{}')))
    await Promise.all(Array.from({ length: 300 }, () => pusher.trigger('c', 'e', 'd')))
    expect(sockets.size).toBeGreaterThan(16)
    expect(sockets.size).toBeLessThanOrEqual(64)
  })

  test('a server that cannot be reached is a network error with its cause', async () => {
    const { pusher, server, port } = await serve(() => {})
    await new Promise((resolve) => server.close(resolve))
    const error = await pusher.trigger('c', 'e', 'd').catch((reason) => reason)
    expect(error).toBeInstanceOf(PusherRequestError)
    expect(error).toMatchObject({
      code: 'ERR_PUSHER_NETWORK',
      message: `POST http://127.0.0.1:${port}/apps/1/events got no answer: connect ECONNREFUSED 127.0.0.1:${port}`,
      method: 'POST',
      url: `http://127.0.0.1:${port}/apps/1/events`,
      status: undefined,
      retryable: true,
      cause: { code: 'ECONNREFUSED' },
    })
  })

  test('an answer that breaks off is a network error', async () => {
    const { pusher } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('{"cha', () => response.destroy())
    })
    await expect(pusher.channels()).rejects.toMatchObject({ code: 'ERR_PUSHER_NETWORK', retryable: true })
  })

  test.each([
    ['never answers', () => {}],
    [
      'stops in the middle of the body',
      (_request: unknown, response: { write(text: string): void }) => response.write('{'),
    ],
  ])('a server that %s is given up after the timeout', async (_name, listener) => {
    const { pusher, port, sockets } = await serve(listener as RequestListener, { timeout: 50 })
    const error = await pusher.users('presence-a').catch((reason) => reason)
    expect(error).toBeInstanceOf(PusherTimeoutError)
    expect(error).toBeInstanceOf(PusherRequestError)
    expect(error).toMatchObject({
      code: 'ERR_PUSHER_TIMEOUT',
      message: `GET http://127.0.0.1:${port}/apps/1/channels/presence-a/users was not answered within 50 ms`,
      timeout: 50,
    })
    const [socket] = sockets
    if (socket && !socket.destroyed) await new Promise((resolve) => socket.once('close', resolve))
  })

  test('a redirect is not followed: the signature covers the path', async () => {
    const { pusher } = await serve((_request, response) =>
      response.writeHead(302, { location: '/elsewhere' }).end(),
    )
    await expect(pusher.channels()).rejects.toMatchObject({ code: 'ERR_PUSHER_REQUEST', status: 302 })
  })
})

describe('a transport of the caller', () => {
  const options = { appId: '1', key: 'k', secret: 'the-secret', cluster: 'eu' }

  test('that throws at once is a rejection with the cause', async () => {
    const cause = new Error('no route')
    const pusher = new Pusher({
      ...options,
      transport: () => {
        throw cause
      },
    })
    await expect(pusher.channels()).rejects.toMatchObject({ code: 'ERR_PUSHER_NETWORK', cause })
  })

  test('that ignores the signal is given up in time all the same', async () => {
    const pusher = new Pusher({ ...options, timeout: 20, transport: () => new Promise(() => {}) })
    await expect(pusher.channels()).rejects.toMatchObject({ code: 'ERR_PUSHER_TIMEOUT' })
  })
})
