import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ChannelAuthOptions,
  type ChannelAuthRequest,
  createChannelAuthHandler,
  type HandlerRequest,
  PusherHandlerError,
} from '../../src/handlers/index.ts'
import { Pusher, PusherValidationError } from '../../src/index.ts'
import { type Answer, app, ask, encryption, JSON_TYPE, post, pusher } from './support.ts'

const AUTH = '278d425bdf160c739803:58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4'
const PRIVATE = 'socket_id=1234.1234&channel_name=private-foobar'
const PRESENCE = 'socket_id=1234.1234&channel_name=presence-foobar'
const user = { user_id: 10, user_info: { name: 'Mr. Pusher' } }

const answer = (
  request: HandlerRequest,
  options: Partial<ChannelAuthOptions<unknown>> = {},
): Promise<Answer> => ask(createChannelAuthHandler(pusher, { authorize: () => true, ...options }), request)

/** What the hook was asked while a request was answered. */
async function asked(
  request: HandlerRequest,
  options: Partial<ChannelAuthOptions<unknown>> = {},
): Promise<ChannelAuthRequest[]> {
  const requests: ChannelAuthRequest[] = []
  await answer(request, { ...options, authorize: (each) => requests.push(each) > 0 })
  return requests
}

describe('who is allowed', () => {
  test('gets the bare authorization, which nobody may keep', async () => {
    expect(await answer(post(PRIVATE))).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      content: { auth: AUTH },
      error: undefined,
    })
  })

  test('on a presence channel is who the hook says', async () => {
    expect((await answer(post(PRESENCE), { authorize: async () => user })).content).toEqual({
      auth: '278d425bdf160c739803:afaed3695da2ffd16931f457e338e6c9f2921fa133ce7dac49f529792be6304c',
      channel_data: '{"user_id":10,"user_info":{"name":"Mr. Pusher"}}',
    })
  })

  test('on another channel is allowed by presence data too, which is not sent', async () => {
    expect((await answer(post(PRIVATE), { authorize: () => user })).content).toEqual({ auth: AUTH })
  })

  test('of an encrypted channel gets its key', async () => {
    const handler = createChannelAuthHandler(new Pusher({ ...app, encryption }), { authorize: () => true })
    const { content } = await ask(handler, post('socket_id=1.1&channel_name=private-encrypted-a'))
    expect(content).toEqual({ auth: expect.any(String), shared_secret: 'AP+A' })
  })

  test('may join a presence channel as the user who signed in, if the handler is not strict', async () => {
    const { status, content } = await answer(post(PRESENCE), { strict: false })
    expect([status, Object.keys(Object(content))]).toEqual([200, ['auth']])
  })
})

describe('who is refused', () => {
  test.each([[false], [null], [undefined]])('by %s gets exactly 403', async (decision) => {
    const { status, content } = await answer(post(PRIVATE), { authorize: () => decision as boolean })
    expect([status, content]).toEqual([
      403,
      { code: 'ERR_PUSHER_FORBIDDEN', message: 'Subscribing to "private-foobar" is not allowed' },
    ])
  })
})

describe('the hook', () => {
  test('is told the channel, its kind, the connection and the further fields, and gets the host request', async () => {
    const seen: unknown[] = []
    const handler = createChannelAuthHandler<{ readonly session: string }>(pusher, {
      authorize: (request, { session }) => seen.push({ ...request }, session) > 0,
    })
    await handler(post(`${PRIVATE}&team=a%20b&csrf=t`), { session: 'ada' })
    expect(seen).toEqual([
      {
        channel: 'private-foobar',
        kind: 'private',
        socketId: '1234.1234',
        params: { team: 'a b', csrf: 't' },
      },
      'ada',
    ])
  })

  test('gets params that are frozen and have no prototype', async () => {
    const [request] = await asked(post(`${PRIVATE}&a=1`))
    expect(Object.getPrototypeOf(request?.params)).toBeNull()
    expect(Object.isFrozen(request?.params)).toBe(true)
  })
})

describe('the same request in every form', () => {
  const fields = { socket_id: '1234.1234', channel_name: 'private-foobar', team: 'ä' }
  const form = `${PRIVATE}&team=%C3%A4`
  const json = JSON.stringify(fields)
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const typed = (type: string | undefined): Partial<HandlerRequest> => ({ headers: { 'content-type': type } })

  test.each<[string, HandlerRequest]>([
    ['a form as text', post(form)],
    ['a form as bytes', post(bytes(form))],
    ['a form that says its charset', post(form, typed('Application/X-WWW-Form-URLencoded; Charset="UTF-8"'))],
    ['without a content type, a form', post(form, typed(undefined))],
    ['JSON as text', post(json, { headers: JSON_TYPE })],
    ['JSON as bytes', post(bytes(json), { headers: JSON_TYPE })],
    ['JSON as text after a byte order mark', post(`\ufeff${json}`, { headers: JSON_TYPE })],
    ['JSON as bytes after a byte order mark', post(bytes(`\ufeff${json}`), { headers: JSON_TYPE })],
    ['what a parser made of a form', post(fields)],
    [
      'what a parser made of compressed JSON',
      post(fields, { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } }),
    ],
    ['unencoded', post(form, { headers: { 'content-encoding': 'Identity' } })],
  ])('%s', async (_name, request) => {
    const [seen] = await asked(request)
    expect({ ...seen, params: { ...seen?.params } }).toEqual({
      channel: 'private-foobar',
      kind: 'private',
      socketId: '1234.1234',
      params: { team: 'ä' },
    })
  })
})

describe('a request that is wrong is refused before the hook is asked', () => {
  const json = (text: string): HandlerRequest => post(text, { headers: JSON_TYPE })
  const typed = (type: string): HandlerRequest => post(PRIVATE, { headers: { 'content-type': type } })

  test.each<[string, HandlerRequest, number, string, string]>([
    ['GET', post(PRIVATE, { method: 'GET' }), 405, 'ERR_PUSHER_METHOD', '"GET"'],
    ['text', typed('text/plain'), 415, 'ERR_PUSHER_CONTENT_TYPE', 'content-type is "text/plain"'],
    [
      'multipart',
      typed('multipart/form-data; boundary=x'),
      415,
      'ERR_PUSHER_CONTENT_TYPE',
      'multipart/form-data',
    ],
    ['a type of Object.prototype', typed('constructor'), 415, 'ERR_PUSHER_CONTENT_TYPE', '"constructor"'],
    [
      'another charset',
      typed('application/json; charset=latin1'),
      415,
      'ERR_PUSHER_CONTENT_TYPE',
      'the charset is utf-8',
    ],
    [
      'compressed bytes',
      post(new Uint8Array([31, 139]), { headers: { 'content-encoding': 'gzip' } }),
      415,
      'ERR_PUSHER_CONTENT_TYPE',
      'content-encoding is "gzip"',
    ],
    [
      'JSON that is none',
      json('{"socket_id":'),
      400,
      'ERR_PUSHER_BODY',
      'The body is "{\\"socket_id\\":", which is not JSON',
    ],
    ['an array', json('[]'), 400, 'ERR_PUSHER_BODY', 'an array of 0'],
    ['null', json('null'), 400, 'ERR_PUSHER_BODY', 'null'],
    ['bytes that are not UTF-8', post(new Uint8Array([255])), 400, 'ERR_PUSHER_BODY', 'not UTF-8'],
    ['no body', post(undefined), 400, 'ERR_PUSHER_INVALID_PARAMS', 'socket_id is missing'],
    ['no channel', post('socket_id=1.1'), 400, 'ERR_PUSHER_INVALID_PARAMS', 'channel_name is missing'],
    [
      'an array for text',
      json('{"socket_id":["1.1"],"channel_name":"private-a"}'),
      400,
      'ERR_PUSHER_INVALID_PARAMS',
      '"socket_id" is an array of 1',
    ],
    [
      'a number for text',
      json('{"socket_id":1.1,"channel_name":"private-a"}'),
      400,
      'ERR_PUSHER_INVALID_PARAMS',
      '"socket_id" is 1.1 (number)',
    ],
    [
      'an object for text',
      post({ socket_id: '1.1', channel_name: 'private-a', x: {} }),
      400,
      'ERR_PUSHER_INVALID_PARAMS',
      '"x" is an object',
    ],
    [
      'a field twice',
      post(`${PRIVATE}&socket_id=1.2`),
      400,
      'ERR_PUSHER_INVALID_PARAMS',
      '"socket_id" is given more than once',
    ],
    [
      '__proto__',
      post(`${PRIVATE}&__proto__=x`),
      400,
      'ERR_PUSHER_INVALID_PARAMS',
      '"__proto__" is not allowed',
    ],
    [
      '__proto__ in JSON',
      json('{"__proto__":{"a":1}}'),
      400,
      'ERR_PUSHER_INVALID_PARAMS',
      '"__proto__" is not allowed',
    ],
    [
      'constructor',
      post(`${PRIVATE}&constructor=x`),
      400,
      'ERR_PUSHER_INVALID_PARAMS',
      '"constructor" is not allowed',
    ],
    ['a nested field', post(`${PRIVATE}&a[b]=x`), 400, 'ERR_PUSHER_INVALID_PARAMS', '"a[b]" is not a field'],
    [
      'too many fields',
      post(Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`f${i}`, '']))),
      400,
      'ERR_PUSHER_INVALID_PARAMS',
      '1001 fields',
    ],
    [
      'a socket id with a colon',
      post('socket_id=1.1:private-a&channel_name=private-b'),
      400,
      'ERR_PUSHER_INVALID_SOCKET_ID',
      'socket_id is "1.1:private-a"',
    ],
    [
      'a socket id with a line break',
      post('socket_id=1.1%0A&channel_name=private-b'),
      400,
      'ERR_PUSHER_INVALID_SOCKET_ID',
      '"1.1\\n"',
    ],
    [
      'a channel with a line break',
      post('socket_id=1.1&channel_name=private-a%0A'),
      400,
      'ERR_PUSHER_INVALID_CHANNEL',
      'channel_name is "private-a\\n"',
    ],
    [
      'a public channel',
      post('socket_id=1.1&channel_name=news'),
      400,
      'ERR_PUSHER_INVALID_CHANNEL',
      'nobody needs authorization',
    ],
    [
      "a user's own channel",
      post('socket_id=1.1&channel_name=%23server-to-user-ada'),
      400,
      'ERR_PUSHER_INVALID_CHANNEL',
      'may only hold',
    ],
    [
      'several channels',
      post('socket_id=1.1&channel_name[0]=private-a&channel_name[1]=private-b'),
      400,
      'ERR_PUSHER_INVALID_BATCH',
      'channel_name is a list of 2',
    ],
    [
      'a channel twice',
      post(`${PRIVATE}&channel_name=private-b`),
      400,
      'ERR_PUSHER_INVALID_BATCH',
      'channel_name is a list of 2',
    ],
    ['too large', post(`${PRIVATE}&${'x'.repeat(65_536)}=`), 413, 'ERR_PUSHER_BODY_TOO_LARGE', '65536 bytes'],
    [
      'too large for the host',
      post(undefined, { bodyFailure: 'too-large' }),
      413,
      'ERR_PUSHER_BODY_TOO_LARGE',
      '65536 bytes',
    ],
    ['aborted', post(undefined, { bodyFailure: 'aborted' }), 400, 'ERR_PUSHER_BODY', 'ended before'],
    [
      'unreadable',
      post(undefined, { bodyFailure: 'unreadable' }),
      400,
      'ERR_PUSHER_BODY',
      'could not be read',
    ],
  ])('%s', async (_name, request, status, code, message) => {
    const requests: unknown[] = []
    const refused = await answer(request, { authorize: (each) => requests.push(each) > 0 })
    expect({ status: refused.status, content: refused.content }).toEqual({
      status,
      content: { code, message: expect.stringContaining(message) },
    })
    expect(refused.error).toBeUndefined()
    expect(requests).toEqual([])
  })

  test('405 says what is allowed', async () => {
    expect((await answer(post('', { method: 'PUT' }))).headers.allow).toBe('POST')
  })

  test('a name that is too long for this server is refused by its client', async () => {
    const long = await answer(post(`socket_id=1.1&channel_name=private-${'a'.repeat(160)}`))
    expect(long).toMatchObject({
      status: 400,
      content: { code: 'ERR_PUSHER_INVALID_CHANNEL', message: expect.stringContaining('164') },
    })
  })

  test('whatever comes is answered, and a signature only ever covers what the hook was asked', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('private-a', '1.1', 'presence-b'))
    const field = fc.constantFrom(
      'socket_id',
      'channel_name',
      'channel_name[]',
      'channel_name[0]',
      'x',
      '__proto__',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, text)), async (pairs) => {
        const requests: ChannelAuthRequest[] = []
        const { status, error } = await answer(post(new URLSearchParams(pairs).toString()), {
          authorize: (each) => requests.push(each) > 0,
          strict: false,
        })
        expect(error).toBeUndefined()
        expect(status).toBe(requests.length === 1 ? 200 : 400)
      }),
      { numRuns: 300 },
    )
  })
})

describe('several channels at once', () => {
  const LIST = 'socket_id=1234.1234&channel_name[0]=private-foobar&channel_name[1]=private-b'
  const decide: Partial<ChannelAuthOptions<unknown>> = {
    batch: true,
    authorize: ({ channel }) => channel === 'private-foobar',
  }

  test('are each answered as if asked for alone', async () => {
    expect(await answer(post(LIST), decide)).toMatchObject({
      status: 200,
      content: {
        'private-foobar': { status: 200, data: { auth: AUTH } },
        'private-b': { status: 403, code: 'ERR_PUSHER_FORBIDDEN' },
      },
    })
  })

  test.each<[string, HandlerRequest]>([
    ['with indexes', post(LIST)],
    ['without', post('socket_id=1.1&channel_name[]=private-foobar&channel_name[]=private-b')],
    ['by the same name', post('socket_id=1.1&channel_name=private-foobar&channel_name=private-b')],
    [
      'in JSON',
      post('{"socket_id":"1.1","channel_name":["private-foobar","private-b"]}', { headers: JSON_TYPE }),
    ],
    ['from a parser', post({ socket_id: '1.1', channel_name: ['private-foobar', 'private-b'] })],
    [
      'from one that makes no arrays',
      post({ socket_id: '1.1', 'channel_name[]': ['private-foobar', 'private-b'] }),
    ],
    [
      'from one with small arrays',
      post({ socket_id: '1.1', channel_name: { 0: 'private-foobar', 21: 'private-b' } }),
    ],
  ])('%s', async (_name, request) => {
    expect((await asked(request, decide)).map(({ channel }) => channel)).toEqual([
      'private-foobar',
      'private-b',
    ])
  })

  test('that one of them is wrong or fails changes nothing for the others', async () => {
    const errors: unknown[] = []
    const { status, content } = await answer(
      post('socket_id=1.1&channel_name[]=private-foobar&channel_name[]=news&channel_name[]=private-broken'),
      {
        batch: true,
        authorize: ({ channel }) => {
          if (channel === 'private-broken') throw new Error('the database is on fire')
          return true
        },
        onError: (error) => errors.push(error),
      },
    )
    expect({ status, content }).toMatchObject({
      status: 200,
      content: {
        'private-foobar': { status: 200 },
        news: { status: 400, code: 'ERR_PUSHER_INVALID_CHANNEL' },
        'private-broken': {
          status: 500,
          code: 'ERR_PUSHER_HOOK',
          message: 'authorize threw: the cause tells what',
        },
      },
    })
    expect(errors).toMatchObject([{ cause: { message: 'the database is on fire' } }])
  })

  test('one channel by itself is answered by itself', async () => {
    expect((await answer(post(PRIVATE), decide)).content).toEqual({ auth: AUTH })
  })

  test('a channel that is asked for twice is decided once', async () => {
    const twice = post('socket_id=1.1&channel_name[]=private-a&channel_name[]=private-a')
    expect(await asked(twice, decide)).toHaveLength(1)
  })

  test('there are at most 100', async () => {
    const list = (count: number): HandlerRequest =>
      post({
        socket_id: '1.1',
        channel_name: Array.from({ length: count }, (_, index) => `private-${index}`),
      })
    expect(Object.keys(Object((await answer(list(100), { batch: true })).content))).toHaveLength(100)
    expect(await answer(list(101), { batch: true })).toMatchObject({
      status: 400,
      content: { code: 'ERR_PUSHER_INVALID_BATCH', message: expect.stringContaining('at most 100') },
    })
  })

  test('a wrong socket id is wrong for all', async () => {
    expect((await answer(post('socket_id=x&channel_name[]=private-a'), decide)).status).toBe(400)
  })
})

describe('what goes wrong on this side is a 500', () => {
  const failing = (authorize: () => unknown, request = post(PRESENCE)): Promise<Answer> =>
    answer(request, { authorize: authorize as () => boolean })

  test('a hook that throws: nothing of it is shown, onError is told', async () => {
    const cause = new Error('password hunter2')
    const told: unknown[] = []
    const handler = createChannelAuthHandler<string>(pusher, {
      authorize: () => {
        throw cause
      },
      onError: (error, context) => told.push(error, context),
    })
    const response = await handler(post(PRIVATE), 'host request')
    expect(response.status).toBe(500)
    expect(JSON.parse(response.body)).toEqual({
      code: 'ERR_PUSHER_HOOK',
      message: 'authorize threw: the cause tells what',
    })
    expect(told).toEqual([response.error, 'host request'])
    expect(response.error).toBeInstanceOf(PusherHandlerError)
    expect(response.error).toMatchObject({ status: 500, statusCode: 500, expose: false, cause })
  })

  test('true for a presence channel, with what to return instead', async () => {
    expect(await failing(() => true)).toMatchObject({
      status: 500,
      content: {
        code: 'ERR_PUSHER_HOOK_RESULT',
        message: expect.stringContaining(
          'return { user_id, user_info? }, or create the handler with strict: false',
        ),
      },
    })
  })

  test('presence data that cannot be signed: why is in the cause', async () => {
    const { status, content, error } = await failing(() => ({ user_id: 'a'.repeat(129) }))
    expect({ status, content }).toMatchObject({ status: 500, content: { code: 'ERR_PUSHER_HOOK_RESULT' } })
    expect(JSON.stringify(content)).not.toContain('aaaa')
    expect(error).toMatchObject({ cause: { code: 'ERR_PUSHER_INVALID_USER_ID', parameter: 'data.user_id' } })
  })

  test.each([
    ['a string', 'yes'],
    ['a number', 1],
    ['a response object', { statusCode: 403 }],
    ['a list', [{ user_id: 'ada' }]],
  ])('%s is no yes', async (_name, decision) => {
    expect(await failing(() => decision, post(PRIVATE))).toMatchObject({
      status: 500,
      content: { code: 'ERR_PUSHER_HOOK_RESULT' },
    })
  })

  test('an encrypted channel without encryption, with the fix', async () => {
    expect(await answer(post('socket_id=1.1&channel_name=private-encrypted-a'))).toMatchObject({
      status: 500,
      content: {
        code: 'ERR_PUSHER_ENCRYPTION_REQUIRED',
        message: expect.stringContaining('createEncryption({ masterKeyBase64 })'),
      },
      error: { name: 'PusherHandlerError' },
    })
  })

  test('an onError that throws, at once or later, changes nothing', async () => {
    const broken = { authorize: () => Promise.reject(new Error('x')) }
    const onError = (): never => {
      throw new Error('y')
    }
    expect((await answer(post(PRIVATE), { ...broken, onError })).status).toBe(500)
    expect((await answer(post(PRIVATE), { ...broken, onError: async () => onError() })).status).toBe(500)
  })

  test('no answer and no error holds the secret', async () => {
    const { content, error } = await failing(() => ({ user_id: '' }))
    expect(`${inspect(error, { depth: 9 })}${JSON.stringify([content, error])}`).not.toContain(app.secret)
  })
})

describe('options are checked when the handler is made', () => {
  test.each<[string, object | undefined, string]>([
    [
      'none',
      undefined,
      'Option object is undefined, but it holds authorize, batch, strict, maxBodyBytes, onError',
    ],
    ['no hook', {}, 'Option authorize is undefined, but it is a function, and required'],
    ['a hook that is none', { authorize: true }, 'Option authorize is true (boolean)'],
    [
      'a typo',
      { authorize: () => true, bacth: true },
      'Option bacth does not exist: the options are authorize, batch',
    ],
    ['batch', { authorize: () => true, batch: 'yes' }, 'Option batch is "yes", but it is true or false'],
    [
      'maxBodyBytes',
      { authorize: () => true, maxBodyBytes: 0 },
      'Option maxBodyBytes is 0 (number), but it is a whole number of bytes above 0',
    ],
    ['onError', { authorize: () => true, onError: 1 }, 'Option onError is 1 (number), but it is a function'],
  ])('%s', (_name, options, message) => {
    const make = () => createChannelAuthHandler(pusher, options as ChannelAuthOptions<unknown>)
    expect(make).toThrow(PusherValidationError)
    expect(make).toThrow(message)
  })

  test('the client only needs the method, whatever its class', async () => {
    const authorizeChannel = pusher.authorizeChannel.bind(pusher)
    const handler = createChannelAuthHandler({ authorizeChannel }, { authorize: () => true })
    expect((await ask(handler, post(PRIVATE))).content).toEqual({ auth: AUTH })
    expect(() => createChannelAuthHandler({} as Pusher, { authorize: () => true })).toThrow(
      'Option pusher is an object without the method authorizeChannel: pass new Pusher({ … })',
    )
  })

  test('hosts learn how much to read', () => {
    const authorize = () => true
    expect(createChannelAuthHandler(pusher, { authorize }).maxBodyBytes).toBe(65_536)
    expect(createChannelAuthHandler(pusher, { authorize, maxBodyBytes: 10 }).maxBodyBytes).toBe(10)
  })
})
