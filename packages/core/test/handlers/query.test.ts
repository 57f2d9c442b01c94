import { describe, expect, test } from 'vitest'
import {
  type ChannelQuery,
  createQueryHandler,
  type HandlerRequest,
  type Narrowing,
  type QueryHandlerOptions,
} from '../../src/handlers/index.ts'
import { type ChannelQueries, Pusher } from '../../src/index.ts'
import { serve } from '../transport/support.ts'
import { type Answer, app, ask, pusher } from './support.ts'

type Reply = { readonly status?: number; readonly body?: unknown; readonly when?: Promise<unknown> }

/** A client of a server that answers as told, with the questions that reached the server. */
async function facing(reply: (question: URL) => Reply): Promise<{ client: Pusher; questions: string[] }> {
  const questions: string[] = []
  const { port } = await serve(async (request, response) => {
    const question = new URL(request.url ?? '', 'http://localhost')
    const parameters = ['filter_by_prefix', 'info'].flatMap((name) => question.searchParams.get(name) ?? [])
    questions.push([question.pathname.replace('/apps/1', ''), ...parameters].join(' '))
    const { status = 200, body = {}, when } = reply(question)
    await when
    response.writeHead(status).end(JSON.stringify(body))
  })
  return { client: new Pusher({ ...app, host: '127.0.0.1', port, useTLS: false, retry: false }), questions }
}

const CHANNELS = {
  channels: {
    'presence-a': { user_count: 2 },
    'presence-b': { user_count: 1 },
    'presence-c': { user_count: 3 },
  },
}
const get = (
  path: string,
  query: HandlerRequest['query'] = {},
  rest: Partial<HandlerRequest> = {},
): HandlerRequest => ({
  method: 'GET',
  path,
  query,
  headers: {},
  body: undefined,
  ...rest,
})
const COUNTS = { filter_by_prefix: 'presence-', info: 'user_count' }

/** Asks once, of a server that has these channels, as somebody who is allowed this. */
async function once(
  request: HandlerRequest,
  allowed: boolean | Narrowing,
  body: unknown = CHANNELS,
): Promise<Answer & { questions: string[] }> {
  const { client, questions } = await facing(() => ({ body }))
  const answer = await ask(createQueryHandler(client, { authorize: () => allowed }), request)
  return { ...answer, questions }
}

describe('questions are those of the HTTP API, and so are the answers', () => {
  test('the channels', async () => {
    expect(await once(get('/channels', COUNTS), true)).toEqual({
      status: 200,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'private, no-cache',
        etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
      },
      content: CHANNELS,
      error: undefined,
      questions: ['/channels presence- user_count'],
    })
  })

  test('a channel', async () => {
    const state = { occupied: true, user_count: 2, subscription_count: 4 }
    const answer = await once(
      get('/channels/presence-a%3Db', { info: 'subscription_count,user_count' }),
      true,
      state,
    )
    expect([answer.content, answer.questions]).toEqual([
      state,
      ['/channels/presence-a=b user_count,subscription_count'],
    ])
  })

  test('its users', async () => {
    const answer = await once(get('/channels/presence-a/users'), true, {
      users: [{ id: 'ada', user_info: {} }],
    })
    expect([answer.content, answer.questions]).toEqual([
      { users: [{ id: 'ada' }] },
      ['/channels/presence-a/users'],
    ])
  })

  test('what was not asked for is left out, where a server tells more', async () => {
    const answer = await once(get('/channels/a'), true, { occupied: true, subscription_count: 4 })
    expect(answer.content).toEqual({ occupied: true })
  })
})

describe('nobody is answered unless the hook says so', () => {
  test('it is told what is asked, and gets the host request', async () => {
    const seen: (ChannelQuery | string)[] = []
    const handler = createQueryHandler<string>(pusher, {
      authorize: (query, context) => seen.push(query, context) < 0,
    })
    await handler(get('/channels', COUNTS), 'host request')
    await handler(get('/channels/a', { info: 'cache' }), 'host request')
    await handler(get('/channels/presence-a/users'), 'host request')
    expect(seen.filter((each) => typeof each === 'object')).toEqual([
      { resource: 'channels', prefix: 'presence-', info: ['user_count'] },
      { resource: 'channel', channel: 'a', info: ['cache'] },
      { resource: 'users', channel: 'presence-a', info: [] },
    ])
    expect(seen[1]).toBe('host request')
  })

  test('it is required', () => {
    expect(() => createQueryHandler(pusher, {} as QueryHandlerOptions<unknown>)).toThrow(
      'Option authorize is undefined, but it is a function, and required: nobody is let in without it',
    )
  })

  test.each([[false], [null], [undefined]])('%s is 403, and the server is not asked', async (allowed) => {
    const { status, content, questions } = await once(get('/channels'), allowed as boolean)
    expect({ status, content, questions }).toMatchObject({
      status: 403,
      content: { code: 'ERR_PUSHER_FORBIDDEN' },
      questions: [],
    })
  })

  // A list that was forgotten must not open everything.
  test.each([
    [{}],
    [{ prefixes: undefined }],
    [{ prefix: 'a' }],
    [{ channels: 'a' }],
    [{ info: [1] }],
    [['a']],
    ['yes'],
  ])('%j is no decision: 500, and the server is not asked', async (allowed) => {
    const { status, content, questions } = await once(get('/channels'), allowed as Narrowing)
    expect({ status, content, questions }).toMatchObject({
      status: 500,
      content: { code: 'ERR_PUSHER_HOOK_RESULT' },
      questions: [],
    })
  })
})

describe('a hook may allow a part', () => {
  test.each<[string, Narrowing, string[], string[]]>([
    ['one prefix', { prefixes: ['presence-a'] }, ['presence-a'], ['/channels presence-a user_count']],
    [
      'several prefixes, in one request',
      { prefixes: ['presence-a', 'presence-c', 'private-'] },
      ['presence-a', 'presence-c'],
      ['/channels presence- user_count'],
    ],
    [
      'a wider prefix than asked for',
      { prefixes: ['p'] },
      ['presence-a', 'presence-b', 'presence-c'],
      ['/channels presence- user_count'],
    ],
    [
      'some channels',
      { channels: ['presence-b', 'news'] },
      ['presence-b'],
      ['/channels presence-b user_count'],
    ],
    [
      'prefixes and channels',
      { prefixes: ['presence-a'], channels: ['presence-b'] },
      ['presence-a', 'presence-b'],
      ['/channels presence- user_count'],
    ],
    ['nothing of what is asked, so nobody needs to be', { prefixes: ['private-'] }, [], []],
    ['nothing at all', { channels: [] }, [], []],
  ])('of a list: %s', async (_name, allowed, names, questions) => {
    const answer = await once(get('/channels', COUNTS), allowed)
    expect(answer.status).toBe(200)
    expect(Object.keys(Object(answer.content).channels)).toEqual(names)
    expect(answer.questions).toEqual(questions)
  })

  test('the prefix that is allowed may be what makes user_count possible', async () => {
    const answer = await once(get('/channels', { info: 'user_count' }), { prefixes: ['presence-'] })
    expect([answer.status, answer.questions]).toEqual([200, ['/channels presence- user_count']])
  })

  test.each<[string, HandlerRequest, Narrowing, number]>([
    ['a channel that is named', get('/channels/a'), { channels: ['a'] }, 200],
    ['a channel with the prefix', get('/channels/private-a'), { prefixes: ['private-'] }, 200],
    ['another channel', get('/channels/b'), { channels: ['a'] }, 403],
    ["another channel's users", get('/channels/presence-b/users'), { channels: ['presence-a'] }, 403],
    ['an attribute that is named', get('/channels/a', { info: 'cache' }), { info: ['cache'] }, 200],
    ['another attribute', get('/channels/a', { info: 'cache,user_count' }), { info: ['cache'] }, 403],
    ['another attribute of a list', get('/channels', COUNTS), { info: [] }, 403],
  ])('%s', async (_name, request, allowed, status) => {
    const answer = await once(request, allowed, { occupied: true, cache: null })
    expect([answer.status, answer.questions.length]).toEqual([status, status === 200 ? 1 : 0])
  })
})

describe('a question that is wrong is refused before the hook is asked', () => {
  test.each<[string, HandlerRequest, number, string, string]>([
    ['POST', get('/channels', {}, { method: 'POST' }), 405, 'ERR_PUSHER_METHOD', '"POST"'],
    ['another path', get('/events'), 404, 'ERR_PUSHER_NOT_FOUND', 'There is nothing at "/events"'],
    ['a longer path', get('/channels/a/b/users'), 404, 'ERR_PUSHER_NOT_FOUND', '/channels/{name}/users'],
    ['no name', get('/channels/'), 404, 'ERR_PUSHER_NOT_FOUND', 'There is nothing'],
    ['a name that is none', get('/channels/a%0A'), 400, 'ERR_PUSHER_INVALID_CHANNEL', '"a\\n"'],
    ['a slash in a name', get('/channels/a%2Fusers'), 400, 'ERR_PUSHER_INVALID_CHANNEL', '"a/users"'],
    ['a bad escape', get('/channels/%zz'), 400, 'ERR_PUSHER_INVALID_CHANNEL', '"%zz"'],
    [
      'an unknown attribute',
      get('/channels/a', { info: 'secret' }),
      400,
      'ERR_PUSHER_INVALID_PARAMS',
      'info is "secret"',
    ],
    [
      'an attribute that lists do not have',
      get('/channels', { info: 'cache' }),
      400,
      'ERR_PUSHER_INVALID_PARAMS',
      'info is "cache"',
    ],
    [
      'an unknown parameter',
      get('/channels', { auth_key: 'k' }),
      400,
      'ERR_PUSHER_INVALID_PARAMS',
      '"auth_key" is not a parameter here: there are filter_by_prefix and info',
    ],
    [
      'a parameter for users',
      get('/channels/presence-a/users', { info: 'user_count' }),
      400,
      'ERR_PUSHER_INVALID_PARAMS',
      'there are none',
    ],
    [
      'a prefix that no name starts with',
      get('/channels', { filter_by_prefix: 'a b' }),
      400,
      'ERR_PUSHER_INVALID_PARAMS',
      'filter_by_prefix is "a b"',
    ],
  ])('%s', async (_name, request, status, code, message) => {
    const seen: unknown[] = []
    const handler = createQueryHandler(pusher, { authorize: (query) => seen.push(query) > 0 })
    const answer = await ask(handler, request)
    expect({ status: answer.status, content: answer.content }).toEqual({
      status,
      content: { code, message: expect.stringContaining(message) },
    })
    expect(seen).toEqual([])
  })

  test('405 says what is allowed', async () => {
    const handler = createQueryHandler(pusher, { authorize: () => true })
    expect((await ask(handler, get('/channels', {}, { method: 'DELETE' }))).headers.allow).toBe('GET, HEAD')
  })

  test('user_count of channels that are not all presence channels', async () => {
    expect(await once(get('/channels', { info: 'user_count' }), true)).toMatchObject({
      status: 400,
      content: {
        message:
          'info is "user_count", which only presence channels have: filter_by_prefix has to start with "presence-"',
      },
      questions: [],
    })
  })

  test('the users of a channel that has none', async () => {
    expect(await once(get('/channels/private-a/users'), true)).toMatchObject({
      status: 400,
      content: {
        code: 'ERR_PUSHER_INVALID_CHANNEL',
        message: expect.stringContaining('only presence channels have users'),
      },
      questions: [],
    })
  })
})

describe('the server is asked no more than it must', () => {
  const handlerOf = (client: ChannelQueries, options: Partial<QueryHandlerOptions<Narrowing | true>> = {}) =>
    createQueryHandler<Narrowing | true>(client, { authorize: (_query, allowed) => allowed, ...options })

  test('equal questions at the same time are one, and each sees of the answer what it may', async () => {
    const released = Promise.withResolvers<void>()
    const arrived = Promise.withResolvers<void>()
    const { client, questions } = await facing(() => {
      arrived.resolve()
      return { body: CHANNELS, when: released.promise }
    })
    const handler = handlerOf(client)
    const answers = [
      handler(get('/channels', COUNTS), { prefixes: ['presence-a', 'presence-b'] }),
      handler(get('/channels', COUNTS), { prefixes: ['presence-b', 'presence-c'] }),
      handler(get('/channels', COUNTS), true),
    ]
    await arrived.promise
    released.resolve()
    const seen = (await Promise.all(answers)).map(({ body }) => Object.keys(JSON.parse(body).channels))
    expect(seen).toEqual([
      ['presence-a', 'presence-b'],
      ['presence-b', 'presence-c'],
      ['presence-a', 'presence-b', 'presence-c'],
    ])
    expect(questions).toEqual(['/channels presence- user_count'])
  })

  test('without ttl, an answer is not used again', async () => {
    const { client, questions } = await facing(() => ({ body: CHANNELS }))
    const handler = handlerOf(client)
    await handler(get('/channels'), true)
    await handler(get('/channels'), true)
    expect(questions).toHaveLength(2)
  })

  test('with ttl it is, for so many ms, by equal questions only', async () => {
    const { client, questions } = await facing(() => ({ body: CHANNELS }))
    let now = 0
    const handler = handlerOf(client, { ttl: 1_000, clock: () => now })
    await handler(get('/channels'), true)
    now = 999
    await handler(get('/channels'), true)
    expect(questions).toEqual(['/channels'])
    await handler(get('/channels', { filter_by_prefix: 'p' }), true)
    await handler(get('/channels'), { prefixes: ['q'] })
    expect(questions).toEqual(['/channels', '/channels p', '/channels q'])
    now = 1_000
    await handler(get('/channels'), true)
    expect(questions).toHaveLength(4)
  })

  test('a failure is told to all who wait, and not remembered', async () => {
    const replies: Reply[] = [{ status: 500 }, { body: CHANNELS }]
    const { client, questions } = await facing(() => replies.shift() ?? {})
    const handler = handlerOf(client, { ttl: 60_000, clock: () => 0 })
    const failed = await Promise.all([handler(get('/channels'), true), handler(get('/channels'), true)])
    expect(failed.map(({ status }) => status)).toEqual([502, 502])
    expect((await handler(get('/channels'), true)).status).toBe(200)
    expect(questions).toHaveLength(2)
  })

  test('the oldest of 1,000 answers makes room', async () => {
    const asked: string[] = []
    const channel = async (name: string) => ({ occupied: asked.push(name) > 0 })
    const handler = handlerOf({ ...stub, channel } as ChannelQueries, { ttl: 1_000, clock: () => 0 })
    for (let index = 0; index <= 1_000; index++) await handler(get(`/channels/c${index}`), true)
    await handler(get('/channels/c1000'), true)
    expect(asked).toHaveLength(1_001)
    await handler(get('/channels/c0'), true)
    expect(asked).toHaveLength(1_002)
  })
})

/** A client is whatever has the three methods. */
const stub = { channels: async () => ({ channels: {} }), users: async () => ({ users: [] }) }

describe('a client that has the answer already', () => {
  test('is told so, without a body', async () => {
    const { client } = await facing(() => ({ body: CHANNELS }))
    const handler = createQueryHandler(client, { authorize: () => true })
    const { headers } = await ask(handler, get('/channels'))
    const again = (tag: string): Promise<Answer> =>
      ask(handler, get('/channels', {}, { headers: { 'if-none-match': tag } }))
    expect(await again(String(headers.etag))).toEqual({
      status: 304,
      headers: { etag: headers.etag, 'cache-control': 'private, no-cache' },
      content: undefined,
      error: undefined,
    })
    expect((await again(`"other", W/${headers.etag}`)).status).toBe(304)
    expect((await again('"other"')).status).toBe(200)
  })

  test('gets another tag for another answer', async () => {
    const all = await once(get('/channels', COUNTS), true)
    const some = await once(get('/channels', COUNTS), { prefixes: ['presence-a'] })
    expect(all.headers.etag).not.toBe(some.headers.etag)
  })

  test('HEAD has the headers of GET and no body', async () => {
    const head = await once(get('/channels', COUNTS, { method: 'HEAD' }), true)
    const { headers } = await once(get('/channels', COUNTS), true)
    expect([head.status, head.headers, head.content]).toEqual([200, headers, undefined])
  })
})

describe('when the server does not answer', () => {
  test.each<[number, number, string]>([
    [400, 400, 'ERR_PUSHER_INVALID_PARAMS'],
    [404, 404, 'ERR_PUSHER_NOT_FOUND'],
    [401, 502, 'ERR_PUSHER_UPSTREAM'],
    [429, 502, 'ERR_PUSHER_UPSTREAM'],
    [500, 502, 'ERR_PUSHER_UPSTREAM'],
  ])('its %i is %i here, and nothing of it is shown', async (theirs, ours, code) => {
    const { client } = await facing(() => ({ status: theirs, body: { stack: 'internals' } }))
    const { status, content } = await ask(
      createQueryHandler(client, { authorize: () => true }),
      get('/channels'),
    )
    expect({ status, content }).toMatchObject({ status: ours, content: { code } })
    expect(JSON.stringify(content)).not.toMatch(/internals|127\.0\.0\.1|apps/)
  })

  test('onError is told why', async () => {
    const { client } = await facing(() => ({ status: 500 }))
    const told: unknown[] = []
    const handler = createQueryHandler(client, {
      authorize: () => true,
      onError: (error) => told.push(error),
    })
    const { error } = await ask(handler, get('/channels'))
    expect(told).toEqual([error])
    expect(error).toMatchObject({
      code: 'ERR_PUSHER_UPSTREAM',
      status: 502,
      cause: { name: 'PusherRequestError', status: 500 },
    })
  })
})

describe('options are checked when the handler is made', () => {
  test.each<[object, string]>([
    [
      { authorize: () => true, ttl: -1 },
      'Option ttl is -1 (number), but it is a number of milliseconds from 0 to 2147483647',
    ],
    [{ authorize: () => true, maxBodyBytes: 1 }, 'Option maxBodyBytes does not exist'],
  ])('%o', (options, message) => {
    expect(() => createQueryHandler(pusher, options as QueryHandlerOptions<unknown>)).toThrow(message)
  })
})
