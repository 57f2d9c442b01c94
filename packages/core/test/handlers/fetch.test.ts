import { describe, expect, test, vi } from 'vitest'
import {
  createChannelAuthHandler,
  createQueryHandler,
  createWebhookHandler,
  type Handler,
  type HandlerRequest,
  toFetchHandler,
} from '../../src/handlers/index.ts'
import { type ChannelQueries, signWebhook } from '../../src/index.ts'
import { app, FORM, pusher } from './support.ts'

const ORIGIN = 'https://app.example.com'
const auth = createChannelAuthHandler<Request>(pusher, {
  authorize: (_request, { headers }) => headers.get('cookie') === 'session=ada',
})
const post = (body: string, init: RequestInit = {}): Request =>
  new Request(`${ORIGIN}/pusher/auth`, { method: 'POST', headers: FORM, body, ...init })

/** A handler that keeps what it was asked. */
function recording(maxBodyBytes = 10): { handler: Handler<Request>; seen: HandlerRequest[] } {
  const seen: HandlerRequest[] = []
  const answer = async (request: HandlerRequest) => {
    seen.push(request)
    return { status: 200, headers: {}, body: '{}' }
  }
  return { handler: Object.assign(answer, { maxBodyBytes }), seen }
}

describe('a handler in the terms of fetch', () => {
  test('answers pusher-js, and the hook gets the request', async () => {
    const fetch = toFetchHandler(auth, { path: '/pusher/auth' })
    const body = 'socket_id=1.1&channel_name=private-a'
    const response = await fetch(post(body, { headers: { ...FORM, Cookie: 'session=ada' } }))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual(pusher.authorizeChannel('1.1', 'private-a'))
    expect((await fetch(post(body))).status).toBe(403)
  })

  test('verifies the bytes of a webhook', async () => {
    const told: string[] = []
    const fetch = toFetchHandler(
      createWebhookHandler(pusher, { on: { cache_miss: ({ channel }) => told.push(channel) } }),
    )
    const { headers, rawBody } = signWebhook(app, { events: [{ name: 'cache_miss', channel: 'cache-a' }] })
    const request = new Request(ORIGIN, { method: 'POST', headers, body: rawBody })
    expect([(await fetch(request)).status, told]).toEqual([200, ['cache-a']])
  })

  test('answers 304 without a body', async () => {
    const nothing = {
      channels: async () => ({ channels: {} }),
      channel: async () => ({ occupied: false }),
      users: async () => ({ users: [] }),
    }
    const handler = createQueryHandler(nothing as ChannelQueries, { authorize: () => true })
    const fetch = toFetchHandler(handler, { path: '/pusher/query/' })
    const ask = (headers: Record<string, string> = {}): Promise<Response> =>
      fetch(new Request(`${ORIGIN}/pusher/query/channels`, { headers }))
    const first = await ask()
    expect([first.status, await first.json()]).toEqual([200, { channels: {} }])
    const again = await ask({ 'if-none-match': first.headers.get('etag') ?? '' })
    expect([again.status, again.body]).toEqual([304, null])
  })
})

describe('what a handler is told', () => {
  test('is the path below its mount point, the first of each parameter, and headers in lower case', async () => {
    const { handler, seen } = recording()
    const url = `${ORIGIN}/pusher/query/channels/a%3Db?info=x&info=y&__proto__=z`
    await toFetchHandler(handler, { path: '/pusher/query' })(new Request(url, { headers: { 'X-A': '1' } }))
    const [{ query = {}, ...rest } = {}] = seen
    expect(rest).toEqual({ method: 'GET', path: '/channels/a%3Db', headers: { 'x-a': '1' }, body: undefined })
    expect(Object.entries(query)).toEqual([
      ['info', 'x'],
      ['__proto__', 'z'],
    ])
  })

  test.each([
    ['/pusher/query', '/pusher/query', '/'],
    ['/pusher/query/', '/pusher/query', '/'],
    ['/pusher/query', '/pusher/query/', '/'],
    ['/channels', undefined, '/channels'],
  ])('%s, mounted at %s, is %s', async (pathname, path, below) => {
    const { handler, seen } = recording()
    await toFetchHandler(handler, { path })(new Request(ORIGIN + pathname))
    expect(seen.map((request) => request.path)).toEqual([below])
  })

  test('is nothing of what is not below', async () => {
    const { handler, seen } = recording()
    const response = await toFetchHandler(handler, { path: '/pusher/auth' })(
      new Request(`${ORIGIN}/pusher/authority`),
    )
    expect([response.status, await response.json(), seen]).toEqual([
      404,
      { code: 'ERR_PUSHER_NOT_FOUND', message: 'There is nothing at "/pusher/authority"' },
      [],
    ])
  })
})

describe('the body', () => {
  const read = async (request: Request, maxBodyBytes = 10): Promise<Partial<HandlerRequest>> => {
    const { handler, seen } = recording(maxBodyBytes)
    await toFetchHandler(handler)(request)
    const [{ body, bodyFailure } = { body: 'nothing was seen' }] = seen
    return { body, ...(bodyFailure && { bodyFailure }) }
  }
  const streamed = (source: ConstructorParameters<typeof ReadableStream<Uint8Array>>[0]): Request =>
    new Request(ORIGIN, { method: 'POST', body: new ReadableStream(source), duplex: 'half' } as RequestInit)

  test('is its bytes, up to the limit', async () => {
    expect(await read(post('0123456789'))).toEqual({ body: new TextEncoder().encode('0123456789') })
    expect(await read(post('0123456789+'))).toEqual({ body: undefined, bodyFailure: 'too-large' })
  })

  test('is read no further than the limit', async () => {
    const cancelled = Promise.withResolvers<void>()
    let chunks = 0
    const endless = streamed({
      pull: (controller) => {
        chunks++
        controller.enqueue(new Uint8Array(4))
      },
      cancel: () => cancelled.resolve(),
    })
    expect(await read(endless)).toEqual({ body: undefined, bodyFailure: 'too-large' })
    await cancelled.promise
    expect(chunks).toBeLessThan(6)
  })

  test('is not read at all when its length is told to be too large, or nobody wants it', async () => {
    const told = post('short', { headers: { 'content-length': '11' } })
    expect(await read(told)).toEqual({ body: undefined, bodyFailure: 'too-large' })
    const unwanted = post('short')
    expect(await read(unwanted, 0)).toEqual({ body: undefined })
    expect([told.bodyUsed, unwanted.bodyUsed]).toEqual([false, false])
  })

  test('that ends early is aborted', async () => {
    const broken = streamed({ pull: (controller) => controller.error(new Error('reset')) })
    expect(await read(broken)).toEqual({ body: undefined, bodyFailure: 'aborted' })
  })

  test('that somebody has read cannot be had again', async () => {
    const used = post('short')
    await used.text()
    expect(await read(used)).toEqual({ body: undefined, bodyFailure: 'unreadable' })
  })
})

describe('what goes wrong', () => {
  const failing = (onError?: () => void): Promise<Response> => {
    const authorize = (): never => {
      throw new Error('hunter2')
    }
    const handler = createChannelAuthHandler<Request>(pusher, { authorize, ...(onError && { onError }) })
    return toFetchHandler(handler)(post('socket_id=1.1&channel_name=private-a'))
  }

  test('is told to onError, or else written to the console: never lost', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const onError = vi.fn()
    expect((await failing(onError)).status).toBe(500)
    expect([onError.mock.calls.length, log.mock.calls.length]).toEqual([1, 0])
    expect((await failing()).status).toBe(500)
    expect(log.mock.calls).toEqual([[expect.objectContaining({ code: 'ERR_PUSHER_HOOK' })]])
  })

  test('options are checked at once', () => {
    expect(() => toFetchHandler(auth, { path: 'pusher' })).toThrow(
      'Option path is "pusher", but it is a path such as "/pusher/auth"',
    )
    expect(() => toFetchHandler(undefined as unknown as Handler<Request>)).toThrow(
      'Option handler is undefined',
    )
  })
})
