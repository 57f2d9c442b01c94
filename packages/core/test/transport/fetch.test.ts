import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { Pusher } from '../../src/index.ts'
import type { SignedRequest } from '../../src/signing/index.ts'
import { createTransport } from '../../src/transport/fetch.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await close(server)
})

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

async function serve(listener: RequestListener): Promise<{ origin: string; server: Server }> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}

const send = (request: Partial<SignedRequest>, signal: AbortSignal = new AbortController().signal) =>
  createTransport()(
    { method: 'GET', origin: 'http://127.0.0.1', target: '/', headers: {}, body: undefined, ...request },
    { signal },
  )

describe('the fetch transport', () => {
  test('sends method, target, headers and UTF-8 body as they are signed', async () => {
    const received: unknown[] = []
    const { origin } = await serve(async ({ method, url, headers }, response) => {
      received.push(method, url, headers['content-type'], headers['x-pusher-library'])
      response.end()
    })
    await send({
      method: 'POST',
      origin,
      target: '/apps/1/channels/presence-a=@,.;/users?auth_key=k&info=a%2Cb',
      headers: { 'content-type': 'application/json', 'x-pusher-library': 'pusherkit' },
      body: '{}',
    })
    expect(received).toEqual([
      'POST',
      '/apps/1/channels/presence-a=@,.;/users?auth_key=k&info=a%2Cb',
      'application/json',
      'pusherkit',
    ])
  })

  test('reads status, headers and the whole body', async () => {
    const { origin } = await serve(async (request, response) => {
      const answer = Buffer.from(`got ${await read(request)}`)
      response.writeHead(413, { 'X-Multi': ['a', 'b'], 'Set-Cookie': ['c=1', 'd=2'] })
      // Cut inside a character: the body is decoded as a whole.
      response.write(answer.subarray(0, 5), () => response.end(answer.subarray(5)))
    })
    const answer = await send({ method: 'POST', origin, body: 'é 日本 👩‍👧' })
    expect(answer).toMatchObject({
      status: 413,
      headers: { 'x-multi': 'a, b', 'set-cookie': 'c=1, d=2' },
      body: 'got é 日本 👩‍👧',
    })
  })

  test('does not follow a redirect: the signature covers the path', async () => {
    const targets: (string | undefined)[] = []
    const { origin } = await serve((request, response) => {
      targets.push(request.url)
      response.writeHead(307, { location: '/elsewhere' }).end('over there')
    })
    const answer = await send({ origin, target: '/apps/1/events' })
    expect([answer.status, answer.headers.location, answer.body]).toEqual([307, '/elsewhere', 'over there'])
    expect(targets).toEqual(['/apps/1/events'])
  })

  test.each([
    ['before the answer', () => {}],
    ['in the middle of the body', (response: { write(text: string): unknown }) => response.write('{')],
  ])('stops when it is aborted %s, and rejects with the reason of the signal', async (_name, begin) => {
    const controller = new AbortController()
    const reason = new Error('nobody waits any more')
    const { promise: gone, resolve } = Promise.withResolvers<void>()
    const { origin } = await serve((_request, response) => {
      response.on('close', resolve)
      begin(response)
      controller.abort(reason)
    })
    await expect(send({ origin }, controller.signal)).rejects.toBe(reason)
    await gone
  })

  test('an answer that breaks off is a network error', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('{"cha', () => response.destroy())
    })
    await expect(send({ origin })).rejects.toBeInstanceOf(TypeError)
  })

  test('a refused connection says so, and nothing of the signed query', async () => {
    const { origin, server } = await serve(() => {})
    await close(server)
    const error = await send({ origin, target: '/apps/1/events?auth_signature=5e1f' }).catch(
      (reason) => reason,
    )
    expect(error).toBeInstanceOf(TypeError)
    expect(error).toMatchObject({
      message: `connect ECONNREFUSED ${new URL(origin).host}`,
      code: 'ECONNREFUSED',
      syscall: 'connect',
    })
    expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain('5e1f')
  })

  test('a runtime that writes the URL into its error cannot give the signature away', async () => {
    const native = globalThis.fetch
    // What Deno says, and the property that Bun adds.
    globalThis.fetch = async (url) => {
      throw Object.assign(new TypeError(`error sending request for url (${url})`), { path: String(url) })
    }
    try {
      const target = `/apps/1/events?auth_signature=${'5e'.repeat(32)}`
      const error = await send({ origin: 'http://127.0.0.1:6001', target }).catch((reason) => reason)
      expect(error.message).toBe('error sending request for url (http://127.0.0.1:6001/apps/1/events)')
      expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain('5e5e')
    } finally {
      globalThis.fetch = native
    }
  })
})

describe('a path that fetch would rewrite', () => {
  test.each([
    ['/apps/1/channels/..', '/apps/1/'],
    ['/apps/1/channels/./users', '/apps/1/channels/users'],
    ['/apps/1/channels/%2e%2E', '/apps/1/'],
    ['/apps/1/a b', '/apps/1/a%20b'],
  ])('%s is refused before anything is sent', async (path, rewritten) => {
    const error = await send({ target: `${path}?auth_signature=5e1f` }).catch((reason) => reason)
    expect(error).toMatchObject({
      name: 'PusherValidationError',
      code: 'ERR_PUSHER_INVALID_PARAMS',
      parameter: 'path',
      value: path,
      message: `path is "${path}", but the fetch of this runtime would send "${rewritten}", which is not what was signed: use no segment "." or "..", or give a transport function of your own`,
    })
    expect(inspect(error, { showHidden: true })).not.toContain('5e1f')
  })

  test('is told from an apostrophe in the query, which fetch escapes without harm', async () => {
    const { origin } = await serve((request, response) => response.end(request.url))
    expect((await send({ origin, target: "/channels?filter_by_prefix=it's" })).body).toBe(
      '/channels?filter_by_prefix=it%27s',
    )
  })
})

describe('the options', () => {
  test.each([
    ['httpProxy', 'http://127.0.0.1:3128', 'go through a proxy'],
    ['agent', {}, 'use an agent'],
    ['tls', { ca: 'x' }, 'take TLS settings'],
  ])('%s is refused: fetch has no way to honour it', (option, value, deed) => {
    expect(() => createTransport({ [option]: value })).toThrow(
      expect.objectContaining({
        name: 'PusherValidationError',
        code: 'ERR_PUSHER_INVALID_OPTION',
        parameter: option,
        message: `Option ${option} is for Node: the fetch of this runtime cannot ${deed}. Give a transport function of your own that can`,
      }),
    )
  })

  test('that are undefined are not given', () => {
    expect(createTransport({ httpProxy: undefined, agent: undefined, tls: undefined })).toBeTypeOf('function')
  })
})

test('a Pusher publishes through it', async () => {
  const { origin } = await serve(async (request, response) => response.end(await read(request)))
  const pusher = new Pusher({
    appId: '1',
    key: 'k',
    secret: 's',
    host: '127.0.0.1',
    port: new URL(origin).port,
    useTLS: false,
    transport: createTransport(),
  })
  const answer = await pusher.trigger('c', 'é', 'd')
  expect(await answer.json()).toEqual({ name: 'é', channels: ['c'], data: 'd' })
})
