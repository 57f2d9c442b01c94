import type { IncomingHttpHeaders } from 'node:http'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PusherWebhookError } from '../../src/error/webhook-error.ts'
import { PusherError, PusherValidationError } from '../../src/index.ts'
import { createToken } from '../../src/signing/index.ts'
import { signWebhook } from '../../src/webhook/sign-webhook.ts'
import { Webhook } from '../../src/webhook/webhook.ts'
import type { WebhookDependencies } from '../../src/webhook/webhook-options.ts'
import type { WebhookRequest } from '../../src/webhook/webhook-request.ts'
import vectors from '../fixtures/vectors.json' with { type: 'json' }

const SENT = 1403175510755
const BODY = '{"time_ms":1403175510755,"events":[{"channel":"test_channel","name":"channel_vacated"}]}'
const SIGNATURE = 'c17257e92037cd7de407ebc1ed174ceb7b2e518db127f44411b9ffc4f5b28cc5'
const HEADERS = {
  'content-type': 'application/json',
  'x-pusher-key': '123456789',
  'x-pusher-signature': SIGNATURE,
}
const credentials = { key: '123456789', secret: 'tofu' }
const token = createToken(credentials)

const receive = (request: Partial<WebhookRequest>, dependencies?: Partial<WebhookDependencies>): Webhook =>
  new Webhook(token, { headers: HEADERS, rawBody: BODY, ...request }, { now: () => SENT, ...dependencies })
const thrown = (call: () => unknown): unknown => {
  try {
    call()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('known signatures', () => {
  const hooks = vectors.vectors.filter(({ kind }) => kind === 'webhook_signature')

  test('there are three', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['hook-node-1', 'hook-php-1', 'hook-dotnet-1'])
  })

  // PHP signs `{"hello":"world"}`, which is no webhook: its signature is right and its content is not.
  test.each([
    ['hook-node-1', true],
    ['hook-php-1', false],
    ['hook-dotnet-1', true],
  ])('%s is valid: %s', (id, valid) => {
    const { input, output } = hooks.find((hook) => hook.id === id) as unknown as {
      input: { key: string | null; secret: string; body: string }
      output: string
    }
    const app = { key: input.key ?? 'key', secret: input.secret }
    const { headers } = signWebhook(app, input.body)
    expect(headers['x-pusher-signature']).toBe(output)
    const request = { headers: { ...HEADERS, 'x-pusher-key': app.key, 'x-pusher-signature': output } }
    const webhook = new Webhook(createToken(app), { ...request, rawBody: input.body }, { now: () => SENT })
    expect(webhook.isValid()).toBe(valid)
  })
})

describe('the signature by itself', () => {
  test('says nothing of the content, nor of its age', () => {
    const { headers, rawBody } = signWebhook(credentials, 'hello')
    const webhook = receive({ headers, rawBody }, { maxAge: 1 })
    expect([webhook.isSigned(), webhook.isBodyValid(), webhook.isValid()]).toEqual([true, false, false])
  })

  test('is that of the raw body, under this key or another that is known', () => {
    expect(receive({ rawBody: `${BODY} ` }).isSigned()).toBe(false)
    const other = { key: 'other', secret: 'tofu' }
    const webhook = receive(signWebhook(other, BODY))
    expect([webhook.isSigned(), webhook.isSigned(other)]).toEqual([false, true])
  })
})

describe('headers', () => {
  test.each<[string, WebhookRequest['headers']]>([
    ['Fetch headers', new Headers(HEADERS)],
    [
      'an object in mixed case',
      { 'Content-Type': 'application/json', 'X-Pusher-Key': '123456789', 'X-PUSHER-SIGNATURE': SIGNATURE },
    ],
    [
      "Node's headers with arrays",
      {
        ...HEADERS,
        'x-pusher-key': ['123456789'],
        'set-cookie': ['a', 'b'],
        te: undefined,
      } as IncomingHttpHeaders,
    ],
    [
      'a Map in mixed case',
      new Map([
        ['Content-Type', 'application/json'],
        ['X-Pusher-Key', '123456789'],
        ['X-Pusher-Signature', SIGNATURE],
      ]),
    ],
    ['an object without prototype', Object.assign(Object.create(null), HEADERS)],
  ])('%s are read', (_name, headers) => {
    expect(receive({ headers }).isValid()).toBe(true)
  })

  test.each<[string, unknown]>([
    ['none', {}],
    ['undefined', undefined],
    ['null', null],
    ['text', 'x-pusher-key: 123456789'],
    ['numbers', { ...HEADERS, 'x-pusher-key': 123456789 }],
    ["Node's raw headers", Object.entries(HEADERS).flat()],
    ['a signature that came twice', { ...HEADERS, 'x-pusher-signature': [SIGNATURE, SIGNATURE] }],
    ['a key in two cases', { ...HEADERS, 'X-Pusher-Key': '123456789' }],
    ['inherited ones', Object.create(HEADERS)],
    ['a signature in upper case', { ...HEADERS, 'x-pusher-signature': SIGNATURE.toUpperCase() }],
    ['an empty key', { ...HEADERS, 'x-pusher-key': '' }],
  ])('%s: not valid, without an exception', (_name, headers) => {
    expect(receive({ headers: headers as WebhookRequest['headers'] }).isValid()).toBe(false)
  })

  test.each([
    ['application/json', true],
    ['application/json; charset=utf-8', true],
    ['Application/JSON;charset=UTF-8', true],
    ['application/json ; a=b', true],
    ['application/jsonp', false],
    ['application/x-www-form-urlencoded', false],
    ['text/plain; application/json', false],
    ['', false],
  ])('content type %j is valid: %s', (contentType, valid) => {
    const webhook = receive({ headers: { ...HEADERS, 'content-type': contentType } })
    expect([webhook.isContentTypeValid(), webhook.isBodyValid(), webhook.isValid()]).toEqual([
      valid,
      valid,
      valid,
    ])
  })
})

describe('the raw body', () => {
  test.each<[string, WebhookRequest['rawBody']]>([
    ['a Buffer', Buffer.from(BODY)],
    ['bytes', new TextEncoder().encode(BODY)],
    ['a part of a larger buffer', new TextEncoder().encode(`xx${BODY}`).subarray(2)],
    ['an ArrayBuffer', new TextEncoder().encode(BODY).buffer],
  ])('%s is read', (_name, rawBody) => {
    const webhook = receive({ rawBody })
    expect(webhook.isValid()).toBe(true)
    expect(webhook.getTime()).toEqual(new Date(SENT))
  })

  test('letters outside ASCII are verified as UTF-8', () => {
    const { headers, rawBody } = signWebhook(
      credentials,
      { events: [{ name: 'member_added', channel: 'presence-a', user_id: 'zoë 🎈' }] },
      SENT,
    )
    expect(receive({ headers, rawBody }).isValid()).toBe(true)
    expect(receive({ headers, rawBody: Buffer.from(rawBody) }).getEvents()).toEqual([
      { name: 'member_added', channel: 'presence-a', user_id: 'zoë 🎈' },
    ])
  })

  test('what is verified is what is parsed, whatever becomes of the buffer', () => {
    const rawBody = Buffer.from(BODY)
    const webhook = receive({ rawBody })
    expect(webhook.isContentTypeValid()).toBe(true)
    rawBody.fill('x')
    expect(webhook.isValid()).toBe(true)
  })

  test.each<[string, unknown]>([
    ['parsed JSON', JSON.parse(BODY)],
    ['an array', [1]],
    ['a number', 7],
  ])('%s is refused with the way out', (_name, rawBody) => {
    const error = thrown(() => receive({ rawBody: rawBody as string }))
    expect(error).toBeInstanceOf(PusherWebhookError)
    const { code, message } = error as PusherWebhookError
    expect(code).toBe('ERR_PUSHER_WEBHOOK')
    expect(message).toContain("express.raw({ type: 'application/json' })")
    expect(message).toContain('NestFactory.create(AppModule, { rawBody: true })')
  })

  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['the {} of Express 4', {}],
  ])('%s is no body', (_name, rawBody) => {
    const webhook = receive({ rawBody: rawBody as undefined })
    expect([webhook.isValid(), webhook.isBodyValid()]).toEqual([false, false])
    expect(thrown(() => webhook.getData())).toMatchObject({
      message: expect.stringContaining('rawBody is missing: pass the exact body'),
    })
  })
})

describe('the signature', () => {
  const anyEvents = fc.array(fc.record({ name: fc.string(), channel: fc.string(), data: fc.jsonValue() }), {
    minLength: 1,
  })

  test('whatever was signed is valid, as text and as bytes', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(), (events, time_ms) => {
        const { headers, rawBody } = signWebhook(credentials, JSON.stringify({ time_ms, events }))
        expect(receive({ headers, rawBody }).isValid()).toBe(true)
        expect(receive({ headers, rawBody: Buffer.from(rawBody) }).isValid()).toBe(true)
      }),
    )
  })

  test('a body with any one bit changed is not', () => {
    const bytes = Buffer.from(BODY)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const rawBody = Buffer.from(bytes)
        rawBody.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
        expect(receive({ rawBody }).isValid()).toBe(false)
      }),
    )
  })

  test('a signature with any one character changed, added or left out is not', () => {
    fc.assert(
      fc.property(fc.nat(63), fc.constantFrom('', ...'0123456789abcdefABCDEF', ' ', '00'), (at, other) => {
        const signature = SIGNATURE.slice(0, at) + other + SIGNATURE.slice(at + 1)
        fc.pre(signature !== SIGNATURE)
        expect(receive({ headers: { ...HEADERS, 'x-pusher-signature': signature } }).isValid()).toBe(false)
      }),
    )
  })

  test('of another secret is not valid', () => {
    const { headers, rawBody } = signWebhook({ key: '123456789', secret: 'tempeh' }, BODY)
    expect(receive({ headers, rawBody }).isValid()).toBe(false)
  })
})

describe('extra tokens', () => {
  const { headers, rawBody } = signWebhook({ key: '3', secret: 'tempeh' }, BODY)
  const webhook = receive({ headers, rawBody })

  test('one or several, as credentials or as tokens', () => {
    expect(webhook.isValid({ key: '3', secret: 'tempeh' })).toBe(true)
    expect(webhook.isValid(createToken({ key: '3', secret: 'tempeh' }))).toBe(true)
    expect(webhook.isValid([{ key: '1', secret: 'no' }, createToken({ key: '3', secret: 'tempeh' })])).toBe(
      true,
    )
    expect(receive({}).isValid({ key: '3', secret: 'tempeh' })).toBe(true)
  })

  test('each with its own key', () => {
    expect(webhook.isValid()).toBe(false)
    expect(webhook.isValid(null)).toBe(false)
    expect(webhook.isValid([])).toBe(false)
    expect(
      webhook.isValid([
        { key: '3', secret: 'no' },
        { key: '4', secret: 'tempeh' },
      ]),
    ).toBe(false)
  })

  test.each<[unknown, string]>([
    [[{ key: '3', secret: '' }], 'extraTokens[0].secret'],
    [[createToken(credentials), { key: '3', secret: undefined }], 'extraTokens[1].secret'],
    [[{ key: '3' }], 'extraTokens[0].secret'],
    [[{ secret: 'hidden' }], 'extraTokens[0].key'],
    [['3'], 'extraTokens[0]'],
    [[undefined], 'extraTokens[0]'],
  ])('%j is refused without a word of the secret', (tokens, parameter) => {
    const error = thrown(() => webhook.isValid(tokens as []))
    expect(error).toBeInstanceOf(PusherValidationError)
    expect(error).toMatchObject({ code: 'ERR_PUSHER_INVALID_OPTION', parameter })
    expect(inspect(error)).not.toContain('hidden')
  })
})

describe('maxAge', () => {
  test.each([
    [undefined, SENT + 1e12, true],
    [60, SENT, true],
    [60, SENT + 60_000, true],
    [60, SENT + 60_001, false],
    [60, SENT - 60_000, true],
    [60, SENT - 60_001, false],
  ])('%s s at %i is valid: %s', (maxAge, now, valid) => {
    expect(receive({}, { maxAge, now: () => now }).isValid()).toBe(valid)
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, '60'])('%j is refused', (maxAge) => {
    expect(thrown(() => receive({}, { maxAge: maxAge as number }))).toMatchObject({
      code: 'ERR_PUSHER_INVALID_OPTION',
      parameter: 'maxAge',
    })
  })
})

describe('an unreadable body', () => {
  const content = (rawBody: string | Uint8Array, contentType = 'application/json'): Webhook => {
    const signature = token.sign(rawBody)
    return receive({
      rawBody,
      headers: { ...HEADERS, 'content-type': contentType, 'x-pusher-signature': signature },
    })
  }

  test.each([
    ['', 'it is not JSON'],
    ['not json', 'it is not JSON'],
    [`\uFEFF${BODY}`, 'it is not JSON'],
    ['null', 'it is not an object { time_ms, events }'],
    ['[]', 'it is not an object { time_ms, events }'],
    ['{"events":[]}', 'time_ms is undefined, but it is a time in ms'],
    ['{"time_ms":"1403175510755","events":[]}', 'time_ms is "1403175510755", but it is a time in ms'],
    ['{"time_ms":1e400,"events":[]}', 'time_ms is Infinity (number), but it is a time in ms'],
    ['{"time_ms":-1,"events":[]}', 'time_ms is -1 (number), but it is a time in ms'],
    ['{"time_ms":1403175510755}', 'events is undefined, but it is an array'],
    ['{"time_ms":1403175510755,"events":{}}', 'events is an object, but it is an array'],
    ['{"time_ms":1403175510755,"events":[{"name":"x"},null]}', 'events[1] is not an object with a name'],
    ['{"time_ms":1403175510755,"events":[{"name":7}]}', 'events[0] is not an object with a name'],
  ])('%s', (body, reason) => {
    const webhook = content(body)
    expect([webhook.isBodyValid(), webhook.isValid()]).toEqual([false, false])
    for (const call of [() => webhook.getData(), () => webhook.getEvents(), () => webhook.getTime()]) {
      expect(thrown(call)).toMatchObject({
        message: `Invalid webhook body: ${reason}`,
        body,
        contentType: 'application/json',
      })
    }
  })

  test('a byte order mark, as text and as bytes', () => {
    expect(content(`\uFEFF${BODY}`).isValid()).toBe(false)
    expect(content(Buffer.from(`\uFEFF${BODY}`)).isValid()).toBe(false)
  })

  test('bytes that are no UTF-8', () => {
    const rawBody = Buffer.concat([
      Buffer.from('{"time_ms":1403175510755,"events":[],"x":"'),
      Buffer.from([0xff]),
      Buffer.from('"}'),
    ])
    expect(content(rawBody).isValid()).toBe(false)
    expect(thrown(() => content(rawBody).getData())).toMatchObject({
      body: '{"time_ms":1403175510755,"events":[],"x":"\uFFFD"}',
    })
  })

  test('another content type', () => {
    expect(thrown(() => content(BODY, 'text/plain').getData())).toMatchObject({
      message: 'Invalid webhook body: its content type is not application/json',
      contentType: 'text/plain',
      body: BODY,
    })
  })

  test('the error has the cause, and never the signature', () => {
    const webhook = receive({ rawBody: 'not json' })
    const error = thrown(() => webhook.getData()) as PusherWebhookError
    expect(error).toBeInstanceOf(PusherError)
    expect(error.cause).toBeInstanceOf(SyntaxError)
    const shown = [
      inspect(error, { showHidden: true, depth: 9 }),
      JSON.stringify(error),
      inspect(webhook, { showHidden: true, depth: 9 }),
    ]
    expect(shown.join()).not.toContain(SIGNATURE)
  })

  test('a long body is cut', () => {
    const error = thrown(() => receive({ rawBody: 'x'.repeat(5_000) }).getData()) as PusherWebhookError
    expect(error.body).toBe(`${'x'.repeat(1_000)}…`)
  })

  test('the constructor of the error takes what the official one takes, and drops the signature', () => {
    const error = new PusherWebhookError('message', 'text/plain', 'body', SIGNATURE)
    expect({ ...error }).toEqual({
      name: 'PusherWebhookError',
      code: 'ERR_PUSHER_WEBHOOK',
      contentType: 'text/plain',
      body: 'body',
    })
    expect(inspect(error)).not.toContain(SIGNATURE)
  })
})
