import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { Pusher, type PusherOptions } from '../src/index.ts'
import { createToken, verifyRequest } from '../src/signing/index.ts'

// What the servers of the family really answer, replayed by a real server: people run all of these in production.

const app = { appId: 'app-id', key: 'app-key', secret: 'app-secret' }
const event = { channel: 'c', name: 'e', data: 'd' }
let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  if (server) await new Promise((resolve) => server?.close(resolve))
  server = undefined
})

type Answer = { status?: number; headers?: Record<string, string>; body?: string }
interface Received {
  readonly method: string
  readonly target: string
  readonly body: string
}

/** A client of a server that gives these answers in turn, and the last one from then on. */
async function facing(answers: readonly Answer[], options: Partial<PusherOptions> = {}) {
  const received: Received[] = []
  const left = [...answers]
  server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url = '' } = request
    received.push({ method, target: url, body: Buffer.concat(chunks).toString() })
    const { status = 200, headers = {}, body = '{}' } = (left.length > 1 ? left.shift() : left[0]) ?? {}
    response.writeHead(status, headers).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const pusher = new Pusher({ ...app, host: '127.0.0.1', port, useTLS: false, ...options })
  return { pusher, received }
}
const error = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => expect.unreachable('it was accepted'),
    (reason) => reason,
  )

describe('rule 1: an error under HTTP 200 is an error', () => {
  test.each([
    ['soketi, wrong secret', '{"error":"The secret authentication failed","code":401}', 401],
    ['soketi, unknown app', '{"error":"The app x could not be found.","code":404}', 404],
    ['soketi, too much data', '{"error":"The event data should be less than 100 KB.","code":413}', 413],
    ['Sockudo, wrong secret', '{"error":"Invalid signature","code":"auth_failed"}', 401],
  ])('%s', async (_name, body, status) => {
    const { pusher } = await facing([{ body }])
    expect(await error(pusher.trigger('c', 'e', 'd'))).toMatchObject({
      code: 'ERR_PUSHER_REQUEST',
      status,
      body,
    })
  })
})

describe('rule 2: one shape of success', () => {
  test.each([
    ['hosted', '{}', {}],
    ['soketi', '{"ok":true}', { ok: true }],
    ['Reverb', '{"batch":{}}', { batch: [] }],
  ])('of a batch: %s', async (_name, body, expected) => {
    const { pusher } = await facing([{ body }])
    expect(await (await pusher.triggerBatch([event])).json()).toEqual(expected)
  })

  test('of no channels at all: Reverb', async () => {
    const { pusher } = await facing([{ body: '{"channels":[]}' }])
    expect(await pusher.channels()).toEqual({ channels: {} })
    expect(await (await pusher.get({ path: '/channels' })).json()).toEqual({ channels: {} })
  })
})

test('rule 3: user ids are text', async () => {
  const { pusher } = await facing([{ body: '{"users":[{"id":7},{"id":"ada"}]}' }])
  expect(await pusher.users('presence-a')).toEqual({ users: [{ id: '7' }, { id: 'ada' }] })
})

describe('rule 4: the body of an error may be anything, and is kept as it is', () => {
  test.each([
    [401, 'application/json', '{"error":"no","code":401}'],
    [422, 'application/json', '{"data":["validation.required"]}'],
    [400, 'text/plain', 'bad\n'],
    [500, undefined, '<html>'],
    [403, undefined, ''],
  ])('%i %s %s', async (status, type, body) => {
    const { pusher } = await facing([{ status, body, headers: type ? { 'content-type': type } : {} }])
    expect(await error(pusher.trigger('c', 'e', 'd'))).toMatchObject({ status, body })
  })
})

describe('rule 5: Retry-After', () => {
  test('soketi: a 429 without one is tried again', async () => {
    const { pusher, received } = await facing(
      [{ status: 429, body: '{"error":"Too many requests.","code":429}' }, {}],
      {
        retry: { baseDelay: 1 },
      },
    )
    await pusher.trigger('c', 'e', 'd')
    expect(received).toHaveLength(2)
  })

  test('soketi: the header of a success is not acted on', async () => {
    const { pusher, received } = await facing([{ headers: { 'retry-after': '999.992' } }])
    await pusher.trigger('c', 'e', 'd')
    await pusher.trigger('c', 'e', 'd')
    expect(received).toHaveLength(2)
  })

  test('Sockudo: a 503 with one is waited for, in fractions too, where nothing can be published twice', async () => {
    const { pusher, received } = await facing(
      [{ status: 503, headers: { 'retry-after': '0.02' } }, { body: '{"channels":{}}' }],
      {
        retry: { baseDelay: 0 },
      },
    )
    await pusher.channels()
    expect(received).toHaveLength(2)
  })

  test('Sockudo: a publish that met a 503 is not repeated unless asked for', async () => {
    const { pusher, received } = await facing([{ status: 503, headers: { 'retry-after': '0.01' } }])
    expect(await error(pusher.trigger('c', 'e', 'd'))).toMatchObject({ status: 503, retryable: true })
    expect(received).toHaveLength(1)
  })
})

test('rule 6: Connection: close on every answer, with many in flight', async () => {
  const { pusher, received } = await facing([{ headers: { connection: 'close' } }])
  await Promise.all(Array.from({ length: 200 }, () => pusher.trigger('c', 'e', 'd')))
  expect(received).toHaveLength(200)
})

test('rule 7: a request that is never answered is given up, and a slow one may take longer than 10 s', async () => {
  const silent = new Pusher({ ...app, timeout: 20, retry: false, transport: () => new Promise(() => {}) })
  expect(await error(silent.channels())).toMatchObject({ code: 'ERR_PUSHER_TIMEOUT', timeout: 20 })
  expect(() => new Pusher({ ...app, timeout: 60_000 })).not.toThrow()
})

test('rule 8: terminate_connections always has a body', async () => {
  const { pusher, received } = await facing([{}])
  await pusher.terminateUserConnections('ada')
  expect(received[0]?.body).toBe('{}')
})

test('rule 9: Reverb refuses a large request as a whole, and needs user_info', async () => {
  const { pusher } = await facing([{ status: 413, body: 'Payload too large.' }])
  expect(await error(pusher.trigger('c', 'e', 'x'.repeat(10_000)))).toMatchObject({
    status: 413,
    retryable: false,
  })
  expect(pusher.authorizeChannel('1.1', 'presence-a', { user_id: 'ada' }).channel_data).toBe(
    '{"user_id":"ada","user_info":{}}',
  )
})

describe('what arrives verifies', () => {
  const verdict = ({ method, target, body }: Received) => {
    const [path = '', query = ''] = target.split('?', 2)
    return verifyRequest({ method, path, query, body }, () => createToken(app), Date.now())
  }

  test.each([',', ' ', '+', '&', '@', ';', '=', 'ü', '%2C', '#', '/', '?'])(
    'rule 10: "%s" in a query value',
    async (value) => {
      const { pusher, received } = await facing([{ body: '{"channels":{}}' }])
      await pusher.channels({ prefix: `a${value}b` })
      const [request] = received
      expect(request && verdict(request)).toMatchObject({
        ok: true,
        query: new Map([['filter_by_prefix', `a${value}b`]]),
      })
    },
  )

  test('rule 11: a path is signed as it is sent, and names travel as they are', async () => {
    const { pusher, received } = await facing([{ body: '{"users":[]}' }])
    await pusher.users('presence-a=b@c,d.e;f')
    const [request] = received
    expect(request?.target.split('?')[0]).toBe('/apps/app-id/channels/presence-a=b@c,d.e;f/users')
    expect(request && verdict(request).ok).toBe(true)
  })

  test('rule 13: a path prefix is sent and signed', async () => {
    const { pusher, received } = await facing([{}], { path: '/reverb' })
    await pusher.trigger('c', 'e', 'd')
    const [request] = received
    expect(request?.target.split('?')[0]).toBe('/reverb/apps/app-id/events')
    expect(request && verdict(request).ok).toBe(true)
  })

  test('rule 14: every authentication parameter is there, for the servers that check them all', async () => {
    const { pusher, received } = await facing([{}])
    await pusher.trigger('c', 'e', 'd')
    const names = [...new URLSearchParams(received[0]?.target.split('?')[1]).keys()]
    expect(names).toEqual(['auth_key', 'auth_timestamp', 'auth_version', 'body_md5', 'auth_signature'])
  })
})

test('rule 12: webhooks carry client events as text or as an object', () => {
  const pusher = new Pusher(app)
  const rawBody =
    '{"time_ms":1700000000000,"events":[{"name":"client_event","channel":"private-a","event":"client-x","data":{"a":1},"socket_id":"1.1"}]}'
  const headers = {
    'content-type': 'application/json',
    'x-pusher-key': app.key,
    'x-pusher-signature': createToken(app).sign(rawBody),
  }
  expect(pusher.webhook({ headers, rawBody }).getEvents()).toEqual([
    { name: 'client_event', channel: 'private-a', event: 'client-x', data: '{"a":1}', socket_id: '1.1' },
  ])
})

test('rule 15: a server that ignores info answers without it', async () => {
  const { pusher } = await facing([{ body: '{"ok":true}' }])
  const response = await pusher.trigger('c', 'e', 'd', { info: 'subscription_count' })
  expect((await response.json()).channels).toBeUndefined()
})
