import { Pusher, PusherError } from '@pusherkit/core'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import {
  getPusher,
  pusher,
  pusherAuth,
  pusherQuery,
  pusherRouter,
  pusherUserAuth,
  pusherWebhooks,
} from '@pusherkit/express'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { frameworks, serve } from './serve.ts'

let emulator: Emulator
beforeEach(async () => {
  emulator = await startEmulator({
    apps: [
      { appId: '1', key: 'shop', secret: 'secret-1' },
      { appId: '2', key: 'billing', secret: 'secret-2' },
    ],
  })
})
afterEach(() => emulator.close())

const allowed = { authorize: () => true }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const ask = (url: string, init: RequestInit = {}) =>
  fetch(url, { method: 'POST', headers: form, body: 'socket_id=1.2&channel_name=private-a', ...init })
/** Which client signed. */
const keyOf = async (url: string): Promise<string> =>
  ((await (await ask(url)).json()) as { auth: string }).auth.replace(/:.*/, '')

describe.each(frameworks)('%s: a route', (_name, express) => {
  test('takes the client from the request, from a name, or as it is given', async () => {
    const app = express()
    app.use(pusher(emulator.serverOptions('1')))
    app.use(pusher({ ...emulator.serverOptions('2'), name: 'billing' }))
    app.use('/plain', pusherAuth(allowed))
    app.use('/named', pusherAuth({ ...allowed, name: 'billing' }))
    app.use('/given', pusherAuth({ ...allowed, client: new Pusher(emulator.serverOptions('2')) }))
    const url = await serve(app)
    expect(await Promise.all(['plain', 'named', 'given'].map((path) => keyOf(`${url}/${path}`)))).toEqual([
      'shop',
      'billing',
      'billing',
    ])
  })

  test('is one middleware for the clients of several applications', async () => {
    const auth = pusherAuth(allowed)
    const app = express()
    app.use('/1', pusher(emulator.serverOptions('1')), auth)
    app.use('/2', pusher(emulator.serverOptions('2')), auth)
    const url = await serve(app)
    const keys = [await keyOf(`${url}/1`), await keyOf(`${url}/2`), await keyOf(`${url}/1`)]
    expect(keys).toEqual(['shop', 'billing', 'shop'])
  })

  test('may be mounted as a middleware, as a route, in a router and in an application below', async () => {
    const router = express.Router()
    router.post('/route', pusherAuth(allowed))
    router.use('/pusher', pusherRouter({ auth: allowed, query: allowed, paths: { auth: '/a', query: '/q' } }))
    const below = express()
    below.use(router)
    const app = express()
    app.use(pusher(emulator.serverOptions('1')))
    app.use('/below', below)
    app.use(router)
    const url = await serve(app)
    for (const base of [url, `${url}/below`]) {
      expect(await keyOf(`${base}/route`)).toBe('shop')
      expect(await keyOf(`${base}/pusher/a`)).toBe('shop')
      const answer = await fetch(`${base}/pusher/q/channels`)
      expect(await answer.json()).toEqual({ channels: {} })
    }
  })

  test('hands its hook the request of Express', async () => {
    const app = express()
    app.use(pusher(emulator.serverOptions('1')))
    app.use((req, _res, next) => {
      Object.assign(req, { user: { id: 'ada' } })
      next()
    })
    app.use(
      '/auth',
      pusherAuth({
        authorize: (_request, req) =>
          req.get('x-session') === '7' &&
          Reflect.get(req, 'user').id === 'ada' &&
          getPusher(req) === req.pusher,
      }),
    )
    const url = await serve(app)
    expect((await ask(`${url}/auth`, { headers: { ...form, 'x-session': '7' } })).status).toBe(200)
    expect((await ask(`${url}/auth`)).status).toBe(403)
  })

  test('reads the query itself, the first of equal names, whatever parser the application has', async () => {
    const app = express()
    app.set('query parser', false)
    app.use(pusher(emulator.serverOptions('1')))
    const asked: unknown[] = []
    app.use('/query', pusherQuery({ authorize: (query) => asked.push(query) > 0 }))
    const query = 'filter_by_prefix=presence-%3D&filter_by_prefix=other-&info=user_count'
    expect((await fetch(`${await serve(app)}/query/channels?${query}`)).status).toBe(200)
    expect(asked).toEqual([{ resource: 'channels', prefix: 'presence-=', info: ['user_count'] }])
  })

  test('without a client is an error that shows what to paste', async () => {
    const app = express()
    app.use('/auth', pusherAuth(allowed))
    const errors: unknown[] = []
    app.use(((error, _req, res, _next) => {
      errors.push(error)
      res.sendStatus(500)
    }) satisfies import('express').ErrorRequestHandler)
    expect((await ask(`${await serve(app)}/auth`)).status).toBe(500)
    expect(errors).toEqual([expect.any(PusherError)])
    expect(errors).toMatchObject([
      { code: 'ERR_PUSHER_MIDDLEWARE_MISSING', message: expect.stringContaining('app.use(pusher({ appId') },
    ])
  })

  test('sends the bytes and headers of the handler, and no ETag of Express', async () => {
    const app = express()
    app.use(pusher(emulator.serverOptions('1')))
    app.use('/auth', pusherAuth(allowed))
    const answer = await ask(`${await serve(app)}/auth`, { body: 'socket_id=1.2&channel_name=public' })
    const text = await answer.text()
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(text)),
      'cache-control': 'no-store',
    })
    expect(answer.headers.get('etag')).toBeNull()
  })

  test('lets a middleware in front answer the preflight of a browser, and keeps the headers that it set', async () => {
    const app = express()
    app.use((req, res, next) => {
      res.setHeader('access-control-allow-origin', 'https://app.example')
      if (req.method === 'OPTIONS') res.sendStatus(204)
      else next()
    })
    app.use(pusher(emulator.serverOptions('1')))
    app.use('/auth', pusherAuth(allowed))
    const url = `${await serve(app)}/auth`
    expect((await fetch(url, { method: 'OPTIONS' })).status).toBe(204)
    const answer = await ask(url)
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'https://app.example',
    ])
    expect((await fetch(url)).status).toBe(405)
  })

  test('refuses a body that is too large before it ends', async () => {
    const app = express()
    app.use(pusher(emulator.serverOptions('1')))
    app.use('/auth', pusherAuth({ ...allowed, maxBodyBytes: 30 }))
    expect((await ask(`${await serve(app)}/auth`)).status).toBe(413)
  })
})

describe('wrong options fail when the application starts', () => {
  test.each([
    ['pusherAuth', () => pusherAuth({} as never), 'Option authorize'],
    ['pusherAuth', () => pusherAuth(undefined as never), 'Option authorize'],
    ['pusherAuth', () => pusherAuth({ ...allowed, batsh: true } as never), 'Option batsh does not exist'],
    ['pusherUserAuth', () => pusherUserAuth({} as never), 'Option authenticate'],
    ['pusherWebhooks', () => pusherWebhooks({} as never), 'Option on'],
    ['pusherQuery', () => pusherQuery({} as never), 'Option authorize'],
    ['a client that is none', () => pusherAuth({ ...allowed, client: {} as never }), 'authorizeChannel'],
    [
      'a client and a name',
      () => pusherAuth({ ...allowed, name: 'a', client: new Pusher(emulator.serverOptions()) }),
      'Options client and name contradict each other',
    ],
    ['pusherRouter', () => pusherRouter({ webhook: {} } as never), 'The option "webhook" does not exist'],
    ['pusherRouter', () => pusherRouter({ paths: { a: '/' } } as never), 'The path "a" does not exist'],
  ])('%s', (_what, start, message) => {
    expect(start).toThrow(message)
    expect(start).toThrow(expect.objectContaining({ code: 'ERR_PUSHER_INVALID_OPTION' }))
  })
})
