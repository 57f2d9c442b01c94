import { signWebhook } from '@pusherkit/core'
import { pusher, pusherAuth, pusherErrors, pusherWebhooks } from '@pusherkit/express'
import type { RequestHandler } from 'express'
import { describe, expect, test } from 'vitest'
import { type ExpressModule, frameworks, serve } from './serve.ts'

const options = { appId: '1', key: 'key', secret: 'secret', cluster: 'eu' }
const any = { type: () => true }
/** What people put in front of their routes. */
const parsers: readonly (readonly [string, (express: ExpressModule) => RequestHandler[]])[] = [
  ['no parser', () => []],
  ['json()', (express) => [express.json()]],
  ['urlencoded({ extended: true })', (express) => [express.urlencoded({ extended: true })]],
  ['urlencoded({ extended: false })', (express) => [express.urlencoded({ extended: false })]],
  ['json() and urlencoded()', (express) => [express.json(), express.urlencoded({ extended: true })]],
  ['text() for every type', (express) => [express.text(any)]],
  ['raw() for every type', (express) => [express.raw(any)]],
  ['raw() for other types', (express) => [express.raw()]],
  [
    'all of them',
    (express) => [express.json(), express.urlencoded({ extended: false }), express.text(), express.raw()],
  ],
]

describe.each(frameworks)('%s', (_name, express) => {
  describe.each(parsers)('behind %s', (name, use) => {
    const before = use(express)
    async function start(): Promise<string> {
      const app = express()
      app.use(...before, pusher(options))
      app.use(
        '/auth',
        pusherAuth({ authorize: ({ channel, params }) => channel === 'private-a' && params.who === 'a é' }),
      )
      app.use('/webhooks', pusherWebhooks({ on: {} }))
      app.use(pusherErrors())
      return serve(app)
    }

    test.each([
      ['a form', 'application/x-www-form-urlencoded', 'socket_id=1.2&channel_name=private-a&who=a%20%C3%A9'],
      [
        'JSON',
        'application/json; charset=utf-8',
        '{"socket_id":"1.2","channel_name":"private-a","who":"a é"}',
      ],
    ])('%s is read', async (_what, type, body) => {
      const answer = await fetch(`${await start()}/auth`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      })
      expect(answer.status).toBe(200)
      expect(await answer.json()).toEqual({ auth: expect.stringMatching(/^key:[0-9a-f]{64}$/) })
    })

    test('a webhook is verified by the bytes as they came, or answered with what to change', async () => {
      const { rawBody: body, headers } = signWebhook(options, {
        events: [{ name: 'cache_miss', channel: 'cache-é' }],
      })
      const answer = await fetch(`${await start()}/webhooks`, { method: 'POST', headers, body })
      const parsed = name.includes('json()') || name.includes('all')
      expect(answer.status).toBe(parsed ? 500 : 200)
      if (parsed) expect(await answer.json()).toMatchObject({ code: 'ERR_PUSHER_RAW_BODY' })
    })

    test('no body is no fault of the server', async () => {
      const answer = await fetch(`${await start()}/auth`, { method: 'POST' })
      expect(answer.status).toBe(400)
    })
  })

  test('bytes that a parser was told to keep as rawBody are what a webhook is verified by', async () => {
    const app = express()
    app.use(
      express.json({
        verify: (req, _res, bytes) => {
          Object.assign(req, { rawBody: bytes })
        },
      }),
      pusher(options),
    )
    const told: string[] = []
    app.use('/webhooks', pusherWebhooks({ on: { cache_miss: ({ channel }) => told.push(channel) } }))
    const { rawBody: body, headers } = signWebhook(options, {
      events: [{ name: 'cache_miss', channel: 'cache-a' }],
    })
    const answer = await fetch(`${await serve(app)}/webhooks`, { method: 'POST', headers, body })
    expect([answer.status, told]).toEqual([200, ['cache-a']])
  })

  test('a signed body with white space of its own is not written anew before it is verified', async () => {
    const app = express()
    app.use(pusher(options))
    app.use('/webhooks', pusherWebhooks({ on: {} }))
    const { rawBody: body, headers } = signWebhook(options, {
      events: [{ name: 'cache_miss', channel: 'cache-a' }],
    })
    const url = `${await serve(app)}/webhooks`
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200)
    expect((await fetch(url, { method: 'POST', headers, body: ` ${body}` })).status).toBe(401)
  })

  test('a body that nobody has any more is told apart from an empty one', async () => {
    const app = express()
    app.use((req, _res, next) => void req.resume().once('end', next), pusher(options))
    app.use('/webhooks', pusherWebhooks({ on: {} }))
    app.use(pusherErrors())
    const { rawBody: body, headers } = signWebhook(options, {
      events: [{ name: 'cache_miss', channel: 'cache-a' }],
    })
    const answer = await fetch(`${await serve(app)}/webhooks`, { method: 'POST', headers, body })
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { code: 'ERR_PUSHER_BODY', message: 'The body could not be read or decoded' },
    ])
  })
})
