import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import {
  createWebhookHandler,
  type HandlerRequest,
  type WebhookHandlerOptions,
} from '../../src/handlers/index.ts'
import { signWebhook, type WebhookEvent } from '../../src/index.ts'
import { type Answer, app, ask, post, pusher } from './support.ts'

const added = (user_id: string): WebhookEvent => ({ name: 'member_added', channel: 'presence-a', user_id })
const occupied: WebhookEvent = { name: 'channel_occupied', channel: 'a' }

/** A webhook as Pusher sends it. */
function webhook(
  events: readonly WebhookEvent[] | string,
  token: { key: string; secret: string } = app,
  now?: number,
): HandlerRequest {
  const { headers, rawBody } = signWebhook(token, typeof events === 'string' ? events : { events }, now)
  return post(new TextEncoder().encode(rawBody), { headers })
}
const answer = (
  request: HandlerRequest,
  options: Partial<WebhookHandlerOptions<unknown>> = {},
): Promise<Answer> => ask(createWebhookHandler(pusher, { on: {}, ...options }), request)

describe('a webhook that Pusher signed', () => {
  test('is told to the listener of its event, and answered 200', async () => {
    const told: unknown[] = []
    const handler = createWebhookHandler<string>(pusher, {
      on: { member_added: ({ user_id }, context) => told.push(user_id, context) },
    })
    const response = await handler(webhook([added('ada')]), 'host request')
    expect([response.status, response.body]).toEqual([200, '{}'])
    expect(told).toEqual(['ada', 'host request'])
  })

  test('is told in order, each event when the listener before it is done', async () => {
    const told: string[] = []
    await answer(webhook([added('ada'), occupied, added('ben')]), {
      on: {
        member_added: async ({ user_id }) => {
          told.push(`${user_id} begins`)
          await new Promise(setImmediate)
          told.push(`${user_id} ends`)
        },
        channel_occupied: ({ channel }) => told.push(channel),
      },
    })
    expect(told).toEqual(['ada begins', 'ada ends', 'a', 'ben begins', 'ben ends'])
  })

  test('nobody listens to is answered 200: there is nothing to repeat', async () => {
    expect((await answer(webhook([added('ada')]))).status).toBe(200)
  })

  test('what no other listener gets, the one called * does, unknown kinds too', async () => {
    const told: string[] = []
    const unknown = { name: 'toString', channel: 'a' } as unknown as WebhookEvent
    await answer(webhook([added('ada'), occupied, unknown]), {
      on: { member_added: () => told.push('own'), '*': ({ name }) => told.push(String(name)) },
    })
    expect(told).toEqual(['own', 'channel_occupied', 'toString'])
  })

  test('may be text as well', async () => {
    const { headers, rawBody } = signWebhook(app, { events: [occupied] })
    expect((await answer(post(rawBody, { headers }))).status).toBe(200)
  })

  test('may be signed by a further key, while keys are rotated', async () => {
    const old = { key: 'old', secret: 'tofu' }
    expect((await answer(webhook([occupied], old))).status).toBe(401)
    expect((await answer(webhook([occupied], old), { extraTokens: old })).status).toBe(200)
    expect((await answer(webhook([occupied], old), { extraTokens: [old] })).status).toBe(200)
  })
})

describe('a listener that throws', () => {
  test('makes a 500, so that Pusher sends the webhook again, and keeps no other from hearing', async () => {
    const told: string[] = []
    const errors: unknown[] = []
    const { status, content } = await answer(webhook([added('ada'), added('ben')]), {
      on: {
        member_added: ({ user_id }) => {
          told.push(user_id)
          if (user_id === 'ada') throw new Error('hunter2')
        },
      },
      onError: (error) => errors.push(error),
    })
    expect({ status, content }).toEqual({
      status: 500,
      content: { code: 'ERR_PUSHER_HOOK', message: 'on["member_added"] threw: the cause tells what' },
    })
    expect(told).toEqual(['ada', 'ben'])
    expect(errors).toMatchObject([{ cause: { message: 'hunter2' } }])
  })

  test('more than once is one error, whose cause holds all', async () => {
    const on = { '*': ({ name }: WebhookEvent) => Promise.reject(new Error(String(name))) }
    expect((await answer(webhook([added('ada'), occupied]), { on })).error).toMatchObject({
      cause: { errors: [{ message: 'member_added' }, { message: 'channel_occupied' }] },
    })
  })
})

describe('what is refused, before any listener hears of it', () => {
  const signed = webhook([occupied])
  const headers = (changed: HandlerRequest['headers']): HandlerRequest => ({
    ...signed,
    headers: { ...signed.headers, ...changed },
  })
  const old = signWebhook(app, { events: [occupied], time_ms: Date.now() - 400_000 })

  test.each<[string, HandlerRequest, number, string, string]>([
    [
      'no key',
      headers({ 'x-pusher-key': undefined }),
      401,
      'ERR_PUSHER_WEBHOOK_SIGNATURE',
      'The header x-pusher-key is missing',
    ],
    [
      'no signature',
      headers({ 'x-pusher-signature': undefined }),
      401,
      'ERR_PUSHER_WEBHOOK_SIGNATURE',
      'The header x-pusher-signature is missing',
    ],
    [
      'an unknown key',
      headers({ 'x-pusher-key': 'other' }),
      401,
      'ERR_PUSHER_WEBHOOK_SIGNATURE',
      'x-pusher-key is "other", which is not a key of this app',
    ],
    [
      'another secret',
      webhook([occupied], { key: app.key, secret: 'guessed' }),
      401,
      'ERR_PUSHER_WEBHOOK_SIGNATURE',
      'is not the signature of this body',
    ],
    [
      'a changed body',
      { ...signed, body: '{"time_ms":1,"events":[]}' },
      401,
      'ERR_PUSHER_WEBHOOK_SIGNATURE',
      'is not the signature of this body',
    ],
    [
      'no body',
      { ...signed, body: undefined },
      401,
      'ERR_PUSHER_WEBHOOK_SIGNATURE',
      'is not the signature of this body',
    ],
    [
      'the {} of Express 4',
      { ...signed, body: {} },
      401,
      'ERR_PUSHER_WEBHOOK_SIGNATURE',
      'is not the signature of this body',
    ],
    [
      'signed text that is not JSON',
      webhook('hello'),
      400,
      'ERR_PUSHER_WEBHOOK',
      'Invalid webhook body: it is not JSON',
    ],
    [
      'signed JSON that is no webhook',
      webhook('{"hello":"world"}'),
      400,
      'ERR_PUSHER_WEBHOOK',
      'time_ms is undefined',
    ],
    [
      'another content type',
      headers({ 'content-type': 'text/plain' }),
      400,
      'ERR_PUSHER_WEBHOOK',
      'its content type is not application/json',
    ],
    [
      'too old',
      post(old.rawBody, { headers: old.headers }),
      401,
      'ERR_PUSHER_WEBHOOK_EXPIRED',
      'further away than maxAge allows',
    ],
    ['GET', { ...signed, method: 'GET' }, 405, 'ERR_PUSHER_METHOD', 'only POST'],
    [
      'too large',
      { ...signed, body: 'x'.repeat(1_048_577) },
      413,
      'ERR_PUSHER_BODY_TOO_LARGE',
      '1048576 bytes',
    ],
    ['compressed', headers({ 'content-encoding': 'gzip' }), 415, 'ERR_PUSHER_CONTENT_TYPE', '"gzip"'],
    [
      'aborted',
      { ...signed, body: undefined, bodyFailure: 'aborted' },
      400,
      'ERR_PUSHER_BODY',
      'ended before',
    ],
  ])('%s', async (_name, request, status, code, message) => {
    const told: unknown[] = []
    const refused = await answer(request, { on: { '*': (event) => told.push(event) }, maxAge: 350 })
    expect({ status: refused.status, content: refused.content }).toEqual({
      status,
      content: { code, message: expect.stringContaining(message) },
    })
    expect(JSON.stringify(refused.content)).not.toMatch(/[0-9a-f]{64}/)
    expect([told, refused.error]).toEqual([[], undefined])
  })

  test('a body that a parser has read is our own mistake: 500, with the fix', async () => {
    const parsed = { ...signed, body: { time_ms: 1, events: [occupied] } }
    const { status, content, error } = await answer(parsed)
    expect({ status, content }).toEqual({
      status: 500,
      content: {
        code: 'ERR_PUSHER_RAW_BODY',
        message: expect.stringMatching(/before app\.use\(express\.json\(\)\).*rawBody: true/),
      },
    })
    expect(inspect(error)).not.toMatch(/[0-9a-f]{64}/)
  })
})

describe('options are checked when the handler is made', () => {
  test.each<[string, object, string]>([
    ['no listeners', {}, 'Option on is undefined, but it is an object of listeners: channel_occupied,'],
    [
      'a typo',
      { on: { membr_added: () => {} } },
      'Option on.membr_added does not exist: the events are channel_occupied,',
    ],
    [
      'a listener that is none',
      { on: { cache_miss: 'log' } },
      'Option on.cache_miss is "log", but it is a function',
    ],
    ['a token without secret', { on: {}, extraTokens: [{ key: 'k' }] }, 'extraTokens[0].secret is missing'],
    ['maxAge', { on: {}, maxAge: -1 }, 'maxAge is -1 (number), but it is a number of seconds above 0'],
  ])('%s', (_name, options, message) => {
    expect(() => createWebhookHandler(pusher, options as WebhookHandlerOptions<unknown>)).toThrow(message)
  })
})
