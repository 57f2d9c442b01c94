import { Pusher } from '@pusherkit/core'
import fc from 'fast-check'
import OfficialPusher from 'pusher'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type RecordedRequest, type RecordingServer, startRecordingServer } from './recording-server.ts'

// Both libraries send the same call to the same server at the same time: what arrives must be the same to the byte,
// but for the differences that are listed below by name.

let server: RecordingServer
let ours: Pusher
let official: OfficialPusher

beforeAll(async () => {
  server = await startRecordingServer()
  const options = { appId: '123', key: 'the-key', secret: 'the-secret', host: '127.0.0.1', useTLS: false }
  ours = new Pusher({ ...options, port: server.port })
  official = new OfficialPusher({ ...options, port: String(server.port) })
})
afterAll(() => server[Symbol.asyncDispose]())
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 })
  return () => vi.useRealTimers()
})

type Either = Pick<Pusher, 'trigger' | 'triggerBatch' | 'get' | 'post'>

/** What one call makes each library send: method, target (path and signed query) and body. */
async function both(call: (pusher: Either) => Promise<unknown>): Promise<{ ours: Sent; official: Sent }> {
  await call(official as unknown as Either)
  const fromOfficial = server.take()
  await call(ours)
  const fromOurs = server.take()
  expect([fromOfficial.length, fromOurs.length]).toEqual([1, 1])
  return { ours: sent(fromOurs[0]), official: sent(fromOfficial[0]) }
}
type Sent = Pick<RecordedRequest, 'method' | 'target' | 'body'>
const sent = (request: RecordedRequest | undefined): Sent => {
  const { method = '', target = '', body = '' } = request ?? {}
  return { method, target, body }
}

const characters = [...'ABCXYZabcxyz0189_-=@,.;']
const channel = fc
  .tuple(
    fc.constantFrom('', 'private-', 'presence-', 'cache-', 'presence-cache-'),
    fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 100 }),
  )
  .map((parts) => parts.join(''))
  .filter((name) => !name.startsWith('private-encrypted-'))
const eventName = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((name) => name.length <= 200)
const data = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.date({ noInvalidDate: true }),
)
const socketId = fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `${a}.${b}`)
const info = fc.constantFrom('user_count', 'subscription_count', 'user_count,subscription_count')
const params = fc.oneof(
  fc.constant(undefined),
  fc.constant({}),
  socketId.map((socket_id) => ({ socket_id })),
  info.map((value) => ({ info: value })),
  fc.tuple(socketId, info).map(([socket_id, value]) => ({ socket_id, info: value })),
)
// Characters that need no escaping in a query: the official library never escapes (see the differences).
const plain = fc.string({ unit: fc.constantFrom(...'abcXYZ019_-.~'), maxLength: 20 })
const query = fc.dictionary(
  fc.string({ unit: fc.constantFrom(...'abcxyz_'), minLength: 1, maxLength: 12 }),
  fc.oneof(plain, fc.integer(), fc.boolean()),
)

describe('the same call sends the same bytes as the official library', () => {
  test('trigger', async () => {
    const channels = fc.oneof(channel, fc.array(channel, { minLength: 1, maxLength: 100 }))
    await fc.assert(
      fc.asyncProperty(channels, eventName, data, params, async (names, event, value, asked) => {
        const result = await both((pusher) => pusher.trigger(names, event, value, asked))
        expect(result.ours).toEqual(result.official)
      }),
    )
  })

  test('triggerBatch', async () => {
    const event = fc.tuple(channel, eventName, data, params).map(([name, event, value, asked]) => ({
      channel: name,
      name: event,
      data: value,
      ...asked,
    }))
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 10 }), async (events) => {
        // The official library writes into the caller's events, so each call gets its own.
        const result = await both((pusher) => pusher.triggerBatch(structuredClone(events)))
        expect(result.ours).toEqual(result.official)
      }),
    )
  })

  test('get', async () => {
    // `.` and `..` are refused: see the differences.
    const segment = channel.filter((name) => name !== '.' && name !== '..')
    const path = fc.oneof(
      fc.constant('/channels'),
      segment.map((name) => `/channels/${name}`),
      segment.map((name) => `/channels/${name}/users`),
    )
    await fc.assert(
      fc.asyncProperty(path, query, async (resource, asked) => {
        const result = await both((pusher) => pusher.get({ path: resource, params: asked }))
        expect(result.ours).toEqual(result.official)
      }),
    )
  })

  test('post', async () => {
    const body = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()))
    await fc.assert(
      fc.asyncProperty(body, query, async (value, asked) => {
        const result = await both((pusher) => pusher.post({ path: '/users/7/x', body: value, params: asked }))
        expect(result.ours).toEqual(result.official)
      }),
    )
  })
})

describe('intended differences', () => {
  const query = ({ target }: Sent): string =>
    target.replace(/^[^?]*\?/, '').replace(/&?auth_[a-z]+=[^&]*/g, '')

  test('query values are percent-encoded: the official library sends them raw, so that & and # break the request', async () => {
    const result = await both((pusher) =>
      pusher.get({ path: '/channels', params: { filter_by_prefix: 'a&b=c,d' } }),
    )
    expect(query(result.official)).toBe('&filter_by_prefix=a&b=c,d')
    expect(query(result.ours)).toBe('&filter_by_prefix=a%26b%3Dc%2Cd')
  })

  test('parameter names are sent in lower case, as they are signed', async () => {
    const result = await both((pusher) => pusher.get({ path: '/x', params: { Info: 'a' } }))
    expect([query(result.official), query(result.ours)]).toEqual(['Info=a', '&info=a'])
  })

  test('an array parameter is repeated as name[], null is empty and undefined is left out', async () => {
    const asked = { a: ['x', 'y'], b: null, c: undefined }
    const result = await both((pusher) => pusher.get({ path: '/x', params: asked }))
    expect(query(result.official)).toBe('a=x,y&b=null&c=undefined')
    expect(query(result.ours)).toBe('a%5B%5D=x&a%5B%5D=y&b=')
  })

  test('a path with . or .. is refused: the official library signs it, and then sends another one', async () => {
    await official.get({ path: '/channels/..' })
    expect(server.take()[0]?.target).toMatch(/^\/apps\/123\/\?/)
    await expect(ours.get({ path: '/channels/..' })).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_PARAMS',
    })
    await expect(ours.channel('..')).rejects.toMatchObject({ code: 'ERR_PUSHER_INVALID_CHANNEL' })
  })

  test('the keys of an event always come in the same order: the official library keeps the order of the caller', async () => {
    const result = await both((pusher) =>
      pusher.trigger('c', 'e', 'd', { info: 'user_count', socket_id: '1.2' }),
    )
    expect(result.official.body).toContain('"info":"user_count","socket_id":"1.2"')
    expect(result.ours.body).toContain('"socket_id":"1.2","info":"user_count"')
  })

  test('undefined data is refused: the official library publishes an event without data', async () => {
    await official.trigger('c', 'e', undefined)
    expect(server.take()[0]?.body).toBe('{"name":"e","channels":["c"]}')
    await expect(ours.trigger('c', 'e', undefined)).rejects.toMatchObject({ code: 'ERR_PUSHER_INVALID_DATA' })
  })

  test("the caller's events are left alone: the official library overwrites their data", async () => {
    const events = [{ channel: 'c', name: 'e', data: { a: 1 } as unknown }]
    await official.triggerBatch(events)
    expect(events[0]?.data).toBe('{"a":1}')
    const mine = [{ channel: 'c', name: 'e', data: { a: 1 } }]
    await ours.triggerBatch(mine)
    expect(mine).toEqual([{ channel: 'c', name: 'e', data: { a: 1 } }])
    server.take()
  })

  test('a batch is checked before it is sent: the official library sends anything', async () => {
    const events = Array.from({ length: 11 }, () => ({ channel: '*', name: 'e', data: 'd' }))
    await official.triggerBatch(structuredClone(events))
    expect(server.take()).toHaveLength(1)
    await expect(ours.triggerBatch(events)).rejects.toMatchObject({ code: 'ERR_PUSHER_INVALID_BATCH' })
  })

  test('JSON text as the body of a post is sent as it is: the official library encodes it once more', async () => {
    const result = await both((pusher) => pusher.post({ path: '/x', body: '{"a":1}' }))
    expect([result.official.body, result.ours.body]).toEqual(['"{\\"a\\":1}"', '{"a":1}'])
  })

  test('the socket id may stand alone, as the documentation writes it: the official library spreads its characters', async () => {
    const result = await both((pusher) => pusher.trigger('c', 'e', 'd', '1.2'))
    expect(result.official.body).toBe('{"0":"1","1":".","2":"2","name":"e","data":"d","channels":["c"]}')
    expect(result.ours.body).toBe('{"name":"e","data":"d","channels":["c"],"socket_id":"1.2"}')
  })

  test('headers: only what the API reads', async () => {
    await official.trigger('c', 'e', 'd')
    await ours.trigger('c', 'e', 'd')
    const [fromOfficial, fromOurs] = server.take()
    expect(Object.keys(fromOfficial?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'content-length',
      'content-type',
      'host',
      'user-agent',
      'x-pusher-library',
    ])
    expect(Object.keys(fromOurs?.headers ?? {}).sort()).toEqual([
      'connection',
      'content-length',
      'content-type',
      'host',
      'x-pusher-library',
    ])
    for (const name of ['content-type', 'content-length']) {
      expect(fromOurs?.headers[name]).toBe(fromOfficial?.headers[name])
    }
  })

  test('https is the default: the official library uses http', () => {
    const options = { appId: '1', key: 'k', secret: 's', cluster: 'eu' }
    expect((new OfficialPusher(options) as unknown as { config: { scheme: string } }).config.scheme).toBe(
      'http',
    )
    const origins: string[] = []
    const pusher = new Pusher({
      ...options,
      transport: async ({ origin }) => {
        origins.push(origin)
        return { status: 200, headers: {}, body: '{}' }
      },
    })
    return pusher.channels().then(() => expect(origins).toEqual(['https://api-eu.pusher.com']))
  })
})
