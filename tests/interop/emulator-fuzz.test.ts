import { once } from 'node:events'
import { Agent, request as httpRequest } from 'node:http'
import { connect as connectTcp } from 'node:net'
import { text } from 'node:stream/consumers'
import { createToken, signRequest } from '@pusherkit/core/signing'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ok, post } from '../../packages/emulator/test/support/api.ts'
import { connect } from '../../packages/emulator/test/support/raw-client.ts'
import { type ServedApp, serveApp } from '../../packages/emulator/test/support/served-app.ts'

// One emulator for everything: whatever an input does to it, those that follow meet.
let served: ServedApp
beforeAll(async () => {
  served = await serveApp()
})
afterAll(() => served[Symbol.asyncDispose]())

/** It serves as ever, and nothing is left of those who are gone. */
afterEach(async () => {
  while (served.app.connections.size > 0) await new Promise(setImmediate)
  expect(served.app.channels.occupied('')).toEqual([])
  await using client = await connect(served)
  await client.subscribe('private-room')
  expect(await post(served, '/events', { name: 'e', channel: 'private-room', data: 'd' })).toEqual(ok('{}'))
  expect(await client.settle()).toEqual([{ event: 'e', channel: 'private-room', data: 'd' }])
})

const EVENTS = [
  'pusher:subscribe',
  'pusher:unsubscribe',
  'pusher:signin',
  'pusher:pong',
  'client-e',
  'pusher:x',
  '',
]
const name = fc.constantFrom(
  'news',
  'private-a',
  'presence-a',
  'cache-a',
  '#server-to-user-a',
  '__proto__',
  '',
  'a b',
)
const wild = fc.oneof(fc.jsonValue({ maxDepth: 3 }), name)
const message = fc.record(
  {
    event: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...EVENTS) }, { weight: 1, arbitrary: wild }),
    channel: wild,
    data: fc.oneof(
      wild,
      fc.record(
        { channel: wild, auth: wild, channel_data: wild, user_data: wild, watchlist: wild },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: [] },
)
const frame = fc.oneof(
  { weight: 10, arbitrary: message.map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: wild.map((value) => JSON.stringify(value)) },
  {
    weight: 2,
    arbitrary: fc.tuple(message, fc.nat(60)).map(([value, end]) => JSON.stringify(value).slice(0, end)),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.uint8Array() },
  {
    weight: 1,
    arbitrary: fc.nat(200_000).map((length) => `{"event":"client-e","data":"${'x'.repeat(length)}"}`),
  },
)

test('8,000 malformed frames: each is answered or ignored, and the connection stays', async () => {
  const batch = fc.array(frame, { minLength: 100, maxLength: 100 })
  await fc.assert(
    fc.asyncProperty(batch, async (frames) => {
      await using client = await connect(served)
      for (const each of frames) client.socket.send(each)
      const answers = await client.settle()
      expect(JSON.stringify(answers)).not.toContain('The emulator could not')
      expect(client.socket.readyState).toBe(client.socket.OPEN)
    }),
    { numRuns: 80 },
  )
})

const TOKEN = createToken({ key: 'app-key', secret: 'app-secret' })
const event = fc.record(
  { name: wild, data: wild, channel: wild, channels: wild, socket_id: wild, info: wild },
  { requiredKeys: [] },
)
const body = fc.oneof(
  event.map((value) => JSON.stringify(value)),
  fc.record({ batch: fc.oneof(wild, fc.array(event)) }).map((value) => JSON.stringify(value)),
  wild.map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary' }),
  fc.constant(''),
)
const segment = fc.oneof(name.map(encodeURIComponent), fc.constantFrom('%', '%E4', '..', 'a%2Fb', '%00'))
const call = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'HEAD'),
  path: fc.oneof(
    fc.constantFrom('/events', '/batch_events', '/channels', '/', '', '//'),
    segment.map((channel) => `/channels/${channel}`),
    segment.map((channel) => `/channels/${channel}/users`),
    segment.map((user) => `/users/${user}/terminate_connections`),
  ),
  query: fc.dictionary(
    fc.constantFrom('info', 'filter_by_prefix', 'name', 'channels', 'auth_version', 'body_md5', 'x'),
    fc.oneof(fc.string(), fc.array(fc.string())),
    { maxKeys: 2 },
  ),
  body,
  isSigned: fc.boolean(),
})
type Call = typeof call extends fc.Arbitrary<infer Value> ? Value : never

function send(
  agent: Agent,
  { method, path, query, body, isSigned }: Call,
): Promise<{ status: number; body: string }> {
  const spec = {
    method: method as 'GET',
    path: `/apps/app-id${path}`,
    query: new Map(Object.entries(query)),
    body,
  }
  const { target } = signRequest(spec, TOKEN, served.url, served.clock.now())
  const url = new URL(served.url)
  const options = { agent, method, host: url.hostname, port: url.port, path: isSigned ? target : spec.path }
  return new Promise((resolve, reject) => {
    const sent = httpRequest(options, async (response) => {
      resolve({ status: response.statusCode ?? 0, body: await text(response) })
    })
    sent.on('error', reject).end(body)
  })
}

test('2,000 malformed requests: each is answered with a status that says whose mistake it is', async () => {
  const agent = new Agent({ keepAlive: true })
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 20, maxLength: 20 }), async (calls) => {
      for (const answer of await Promise.all(calls.map((each) => send(agent, each)))) {
        expect([200, 400, 401, 404, 413], answer.body).toContain(answer.status)
      }
    }),
    { numRuns: 100 },
  )
  agent.destroy()
})

const UPGRADE = [
  'GET /app/app-key?protocol=7 HTTP/1.1',
  'Host: x',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
].join('\r\n')
const bytes = fc.oneof(
  fc.string({ unit: 'binary' }).map((line) => Buffer.from(line)),
  fc.nat(UPGRADE.length).map((end) => Buffer.from(UPGRADE.slice(0, end))),
  fc
    .constantFrom(`${UPGRADE.replace('13', '1')}\r\n\r\n`, `${UPGRADE.replace('websocket', 'h2c')}\r\n\r\n`)
    .map((all) => Buffer.from(all)),
  // A good handshake, and then bytes that are no WebSocket frame, or a part of one.
  fc
    .uint8Array({ maxLength: 40 })
    .map((garbage) => Buffer.concat([Buffer.from(`${UPGRADE}\r\n\r\n`), garbage])),
  fc.constant(Buffer.from('POST /apps/app-id/events HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{')),
)

test('300 sockets that send something else, stop in the middle, and end in every way', async () => {
  const way = fc.constantFrom('end', 'destroy', 'reset' as const)
  await fc.assert(
    fc.asyncProperty(bytes, way, async (sent, how) => {
      const socket = connectTcp({
        port: Number(new URL(served.url).port),
        host: '127.0.0.1',
        allowHalfOpen: true,
      })
      socket.on('error', () => {}).resume()
      const closed = once(socket, 'close')
      await once(socket, 'connect')
      await new Promise((resolve) => socket.write(sent, resolve))
      if (how === 'end') {
        // Half-open: it says no more, and listens on. A WebSocket server may wait for the rest of a frame.
        socket.end()
        await new Promise(setImmediate)
        socket.destroy()
      } else if (how === 'reset') socket.resetAndDestroy()
      else socket.destroy()
      await closed
    }),
    { numRuns: 300 },
  )
})
