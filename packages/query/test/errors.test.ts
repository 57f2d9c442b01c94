import { inspect } from 'node:util'
import { createQueryClient, PusherQueryError } from '@pusherkit/query'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { json, QueryServer, rejection, TestServer } from './support.ts'

let http: TestServer
beforeAll(async () => {
  http = await TestServer.start(() => json({}))
})
afterAll(() => http?.[Symbol.asyncDispose]())

const client = (options = {}) => createQueryClient({ baseUrl: http.origin, ky: { retry: 0 }, ...options })

describe('a refusal', () => {
  test('has the code, the status and the words of the query route', async () => {
    await using server = await QueryServer.start({ authorize: () => false })
    const error = await rejection(createQueryClient({ baseUrl: server.baseUrl }).channels())
    expect(error).toBeInstanceOf(PusherQueryError)
    expect(error).toMatchObject({ name: 'PusherQueryError', code: 'ERR_PUSHER_FORBIDDEN', status: 403 })
    expect(String(error)).toContain('/pusher/query/channels was answered 403: ')
  })

  test('by something else than the query route is told without its body', async () => {
    http.answer = () => new Response('<h1>internal details</h1>', { status: 500 })
    const error = await rejection(client().channels())
    expect(error).toMatchObject({
      code: 'ERR_PUSHER_REQUEST',
      status: 500,
      message: `GET ${http.origin}/channels was answered 500: no reason was given`,
    })
    expect(inspect(error, { depth: 9 })).not.toContain('internal details')
  })

  test('tells how long to wait', async () => {
    http.answer = () => new Response(null, { status: 429, headers: { 'retry-after': '7' } })
    await expect(client().channels()).rejects.toMatchObject({ status: 429, retryAfter: 7000 })
  })

  test('shows no header, no query and no credentials, however deep one looks', async () => {
    http.answer = () => json({ code: 'ERR_PUSHER_FORBIDDEN', message: 'No.' }, { status: 403 })
    const error = await rejection(
      client({
        headers: { authorization: 'Bearer TOKEN' },
        ky: { searchParams: { tenant: 'TENANT' } },
      }).channels({
        prefix: 'PREFIX',
      }),
    )
    const shown = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)
    expect(shown).toContain('ERR_PUSHER_FORBIDDEN')
    expect(shown).not.toMatch(/TOKEN|TENANT|PREFIX/)
  })
})

describe('no answer', () => {
  test('at all is a network failure, with its cause', async () => {
    const gone = await TestServer.start(() => json({}))
    await gone[Symbol.asyncDispose]()
    const error = await rejection(createQueryClient({ baseUrl: gone.origin, ky: { retry: 0 } }).channels())
    expect(error).toMatchObject({ code: 'ERR_PUSHER_NETWORK', status: undefined })
    expect(inspect(error, { depth: 9 })).toContain('ECONNREFUSED')
  })

  test('in time is a timeout', async () => {
    const { promise, resolve } = Promise.withResolvers<Response>()
    http.answer = () => promise
    await expect(client().channels({ timeout: 20 })).rejects.toMatchObject({ code: 'ERR_PUSHER_TIMEOUT' })
    resolve(json({}))
  })

  test('because the caller gave up is an abort, with the reason', async () => {
    const { promise, resolve } = Promise.withResolvers<Response>()
    http.answer = () => promise
    const controller = new AbortController()
    const arrived = http.arrival()
    const asking = rejection(client().channels({ signal: controller.signal }))
    await arrived
    controller.abort('not needed')
    expect(await asking).toMatchObject({ code: 'ERR_PUSHER_ABORTED', cause: 'not needed' })
    resolve(json({}))
    const { length } = http.exchanges
    await expect(client().channels({ signal: controller.signal })).rejects.toMatchObject({
      code: 'ERR_PUSHER_ABORTED',
    })
    expect(http.exchanges).toHaveLength(length)
  })

  test('because the headers function failed says so, and keeps its error', async () => {
    const cause = new Error('no token')
    const headers = () => Promise.reject(cause)
    await expect(client({ headers }).channels()).rejects.toMatchObject({
      code: 'ERR_PUSHER_REQUEST',
      status: undefined,
      cause,
    })
  })
})

describe('an answer that is none', () => {
  test('as of a server that answers every path with its page', async () => {
    http.answer = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
    await expect(client().users('presence-a')).rejects.toMatchObject({ code: 'ERR_PUSHER_RESPONSE' })
  })

  test('as JSON that is none, of which nothing is shown', async () => {
    http.answer = () => new Response('PRIVATE', { headers: { 'content-type': 'application/json' } })
    const error = await rejection(client().channels())
    expect(error).toMatchObject({ code: 'ERR_PUSHER_RESPONSE' })
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('PRIVATE')
  })

  test.each([
    ['channels', { channels: [1] }],
    ['channels', { error: 'unauthorized', code: 401 }],
    ['channel', { occupied: 'yes' }],
    ['users', { users: {} }],
  ] as const)('%s: %j', async (method, body) => {
    http.answer = () => json(body)
    const asking = method === 'channels' ? client().channels() : client()[method]('presence-a')
    await expect(asking).rejects.toMatchObject({
      code: 'ERR_PUSHER_RESPONSE',
      status: 200,
      message: expect.stringContaining('Is baseUrl where the query route is mounted?'),
    })
  })
})

test.each([
  ['an object', { authorization: 'Bearer TO\nKEN' }],
  ['a function', () => ({ authorization: 'Bearer TO\nKEN' })],
])('a header that cannot be sent, from %s, is refused and not shown', async (_what, headers) => {
  const error = await rejection(client({ headers }).channels())
  expect(error).toMatchObject({
    code: 'ERR_PUSHER_INVALID_OPTION',
    message: 'Option headers has a name or a value that no header can have; it is not shown',
  })
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('KEN')
})

describe('an argument that cannot be asked for rejects, and nothing is sent', () => {
  test.each([
    ['ERR_PUSHER_INVALID_CHANNEL', 'a name with a slash', () => client().channel('a/b')],
    ['ERR_PUSHER_INVALID_CHANNEL', 'a folder', () => client().channel('..')],
    ['ERR_PUSHER_INVALID_CHANNEL', 'a name of 201 characters', () => client().channel('a'.repeat(201))],
    ['ERR_PUSHER_INVALID_CHANNEL', 'users of a public channel', () => client().users('news')],
    [
      'ERR_PUSHER_INVALID_PARAMS',
      'an unknown attribute',
      () => client().channels({ info: 'cache' as never }),
    ],
    ['ERR_PUSHER_INVALID_PARAMS', 'an unknown option', () => client().channels({ filter: 'a' } as never)],
    [
      'ERR_PUSHER_INVALID_PARAMS',
      'a prefix that is no text',
      () => client().channels({ prefix: 1 as never }),
    ],
    ['ERR_PUSHER_INVALID_PARAMS', 'no signal', () => client().channels({ signal: {} as never })],
    ['ERR_PUSHER_INVALID_PARAMS', 'no time', () => client().users('presence-a', { timeout: 0 })],
  ])('%s: %s', async (code, _what, ask) => {
    const { length } = http.exchanges
    await expect(ask()).rejects.toMatchObject({ code })
    expect(http.exchanges).toHaveLength(length)
  })
})
