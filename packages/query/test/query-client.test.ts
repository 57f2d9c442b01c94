import { createQueryClient } from '@pusherkit/query'
import ky from 'ky'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { QueryServer } from './support.ts'

let server: QueryServer
beforeAll(async () => {
  server = await QueryServer.start()
  await server.join({ id: 'ada' }, 'presence-room', 'news')
  await server.join({ id: 'bob' }, 'presence-room')
})
afterAll(() => server?.[Symbol.asyncDispose]())
beforeEach(() => {
  server.http.exchanges.length = 0
})

describe('the three questions', () => {
  test('channels lists the occupied ones, with what info asks for', async () => {
    const client = createQueryClient({ baseUrl: server.baseUrl })
    expect(await client.channels()).toEqual({ channels: { 'presence-room': {}, news: {} } })
    expect(await client.channels({ prefix: 'presence-', info: 'user_count' })).toEqual({
      channels: { 'presence-room': { user_count: 2 } },
    })
    expect(server.http.urls[1]).toBe('/pusher/query/channels?filter_by_prefix=presence-&info=user_count')
  })

  test('channel tells the state of one', async () => {
    const client = createQueryClient({ baseUrl: server.baseUrl })
    expect(await client.channel('nobody')).toEqual({ occupied: false })
    expect(await client.channel('presence-room', { info: ['user_count', 'subscription_count'] })).toEqual({
      occupied: true,
      user_count: 2,
      subscription_count: 2,
    })
  })

  test('users lists the members', async () => {
    const client = createQueryClient({ baseUrl: server.baseUrl })
    expect(await client.users('presence-room')).toEqual({ users: [{ id: 'ada' }, { id: 'bob' }] })
  })

  test('a name is sent as it is, whatever may be in one', async () => {
    const client = createQueryClient({ baseUrl: server.baseUrl })
    await client.channel('a_b-c=d@e,f.g;h')
    expect(server.http.urls).toEqual(['/pusher/query/channels/a_b-c=d@e,f.g;h'])
  })

  test('a server’s Pusher answers the same', async () => {
    const client = createQueryClient({ baseUrl: server.baseUrl })
    const { pusher } = server
    const list = { prefix: 'presence-', info: 'user_count' } as const
    expect(await client.channels(list)).toEqual(await pusher.channels(list))
    expect(await client.users('presence-room')).toEqual(await pusher.users('presence-room'))
    expect(await client.channel('news')).toEqual(await pusher.channel('news'))
  })
})

describe('baseUrl', () => {
  test('may end with a slash, and may be a URL', async () => {
    await createQueryClient({ baseUrl: `${server.baseUrl}/` }).channel('news')
    await createQueryClient({ baseUrl: new URL(server.baseUrl) }).channel('news')
    expect(server.http.urls).toEqual(['/pusher/query/channels/news', '/pusher/query/channels/news'])
  })

  test('may be relative to the page, or to the baseUrl of ky where there is none', async () => {
    const client = createQueryClient({ baseUrl: '/pusher/query', ky: { baseUrl: server.http.origin } })
    expect(await client.channel('news')).toEqual({ occupied: true })
  })

  test('relative, and without anything to resolve it against, rejects and says so', async () => {
    const client = createQueryClient({ baseUrl: '/pusher/query' })
    await expect(client.channels()).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_OPTION',
      message:
        'GET /pusher/query/channels cannot be sent: baseUrl is relative, and there is no page here to resolve it: give an absolute URL',
    })
  })
})

describe('headers', () => {
  test('are sent with every question', async () => {
    const client = createQueryClient({ baseUrl: server.baseUrl, headers: { authorization: 'Bearer one' } })
    await client.channel('news')
    expect(server.http.exchanges[0]?.headers).toMatchObject({
      authorization: 'Bearer one',
      accept: 'application/json',
    })
  })

  test('may come from a function, which is asked each time', async () => {
    let token = 0
    const headers = async () => ({ authorization: `Bearer ${++token}` })
    const client = createQueryClient({ baseUrl: server.baseUrl, headers })
    await client.channel('news')
    await client.channel('news')
    expect(server.http.exchanges.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer 1',
      'Bearer 2',
    ])
  })

  test('are not changed', async () => {
    const headers = new Headers({ 'x-tenant': '1' })
    await createQueryClient({ baseUrl: server.baseUrl, headers }).channel('news')
    expect([...headers]).toEqual([['x-tenant', '1']])
  })
})

describe('ky', () => {
  test('takes options: hooks and search parameters', async () => {
    const seen: string[] = []
    const client = createQueryClient({
      baseUrl: server.baseUrl,
      ky: {
        hooks: { beforeRequest: [({ request }) => void seen.push(request.method)] },
        headers: { 'x-a': '1' },
      },
      headers: { 'x-b': '2' },
    })
    await client.channel('news')
    expect(seen).toEqual(['GET'])
    expect(server.http.exchanges[0]?.headers).toMatchObject({ 'x-a': '1', 'x-b': '2' })
  })

  test('takes an instance, whose own prefix does not get in the way', async () => {
    const instance = ky.create({ prefix: 'https://elsewhere.invalid', headers: { 'x-mine': 'yes' } })
    await createQueryClient({ baseUrl: server.baseUrl, ky: instance }).channel('news')
    expect(server.http.exchanges[0]?.headers['x-mine']).toBe('yes')
  })

  test('asks again after a 503', async () => {
    const { answer } = server.http
    server.http.answer = (request) => {
      server.http.answer = answer
      return new Response(request.url, { status: 503 })
    }
    const client = createQueryClient({ baseUrl: server.baseUrl, ky: { retry: { delay: () => 1 } } })
    expect(await client.channel('news')).toEqual({ occupied: true })
    expect(server.http.exchanges.map(({ status }) => status)).toEqual([503, 200])
  })
})
