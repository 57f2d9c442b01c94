import { describe, expect, expectTypeOf, test } from 'vitest'
import type { UnknownWebhookEvent, WebhookEvent, WebhookEventOf } from '../../src/contract/webhook-events.ts'
import { createToken } from '../../src/signing/index.ts'
import { signWebhook } from '../../src/webhook/sign-webhook.ts'
import { Webhook } from '../../src/webhook/webhook.ts'
import type { WebhookDependencies } from '../../src/webhook/webhook-options.ts'

const credentials = { key: 'key', secret: 'secret' }

/** What arrives of a body, which is signed as it is written. */
function read(body: string, dependencies?: Partial<WebhookDependencies>): Webhook {
  const request = signWebhook(credentials, body)
  const webhook = new Webhook(createToken(credentials), request, { now: () => 0, ...dependencies })
  expect(webhook.isValid()).toBe(true)
  return webhook
}
const readEvent = (event: string, dependencies?: Partial<WebhookDependencies>): WebhookEvent | undefined =>
  read(`{"time_ms":1403175510755,"events":[${event}]}`, dependencies).getEvents()[0]

describe('what servers do differently', () => {
  test.each([
    ['an object', '{"on":true}', '{"on":true}'],
    ['text', '"{\\"on\\":true}"', '{"on":true}'],
    ['text that is no JSON', '"hi"', 'hi'],
    ['a number', '7', '7'],
    ['null', 'null', 'null'],
  ])('the data of a client event as %s arrives as text', (_name, data, text) => {
    expect(
      readEvent(`{"name":"client_event","channel":"private-a","event":"client-x","data":${data}}`),
    ).toEqual({
      name: 'client_event',
      channel: 'private-a',
      event: 'client-x',
      data: text,
    })
  })

  test('a client event without data has null', () => {
    expect(readEvent('{"name":"client_event"}')).toEqual({ name: 'client_event', data: 'null' })
  })

  test('a numeric user id arrives as text', () => {
    expect(readEvent('{"name":"member_added","channel":"presence-a","user_id":7}')).toEqual({
      name: 'member_added',
      channel: 'presence-a',
      user_id: '7',
    })
  })

  test.each([
    ['"12"', 12],
    ['12', 12],
    ['"many"', 'many'],
  ])('a subscription count of %s arrives as %j', (count, expected) => {
    expect(readEvent(`{"name":"subscription_count","channel":"a","subscription_count":${count}}`)).toEqual({
      name: 'subscription_count',
      channel: 'a',
      subscription_count: expected,
    })
  })

  test.each([
    [1403175510755, 1403175510755],
    [1403175510, 1403175510000],
    [99999999999, 99999999999000],
    [100000000000, 100000000000],
  ])('a time of %i is %i ms', (given, expected) => {
    const webhook = read(`{"time_ms":${given},"events":[]}`)
    expect([webhook.getTime().getTime(), webhook.getData().time_ms]).toEqual([expected, expected])
  })

  test('a kind of event that is not known passes through, and so does what else the body holds', () => {
    expect(
      read('{"time_ms":1403175510755,"events":[{"name":"new_kind","data":{"a":1}}],"x":[1]}').getData(),
    ).toEqual({
      time_ms: 1403175510755,
      events: [{ name: 'new_kind', data: { a: 1 } }],
      x: [1],
    })
  })

  test('a __proto__ key reaches nothing', () => {
    const event = readEvent(
      '{"name":"new_kind","__proto__":{"admin":true},"data":{"__proto__":{"admin":true}}}',
    )
    expect(Object.keys(Object.assign({}, event))).toEqual(['name', 'data'])
    expect(JSON.stringify(event)).toBe('{"name":"new_kind","data":{}}')
    expect(readEvent('{"name":"__proto__"}')).toEqual({ name: '__proto__' })
    expect(JSON.stringify(readEvent('{"name":"new_kind","_\\u005Fproto__":{"admin":true}}'))).toBe(
      '{"name":"new_kind"}',
    )
  })

  test('several events keep their order', () => {
    const webhook = read('{"time_ms":1403175510755,"events":[{"name":"b"},{"name":"a"}]}')
    expect(webhook.getEvents().map(({ name }): string => name)).toEqual(['b', 'a'])
  })
})

describe('encrypted client events', () => {
  const event = (channel: string, name = 'client_event'): string =>
    `{"name":"${name}","channel":"${channel}","event":"client-x","data":{"nonce":"n","ciphertext":"c"}}`
  const decrypt = (channel: string, data: string): string | undefined =>
    channel.endsWith('known') ? `${channel} ${data}` : undefined

  test('are decrypted', () => {
    expect(readEvent(event('private-encrypted-known'), { decrypt })).toMatchObject({
      data: 'private-encrypted-known {"nonce":"n","ciphertext":"c"}',
    })
  })

  test.each([
    ['another channel', 'private-known', { decrypt }],
    ['a key that does not open it', 'private-encrypted-other', { decrypt }],
    ['no decryption', 'private-encrypted-known', {}],
  ])('stay as they are with %s', (_name, channel, dependencies) => {
    expect(readEvent(event(channel), dependencies)).toMatchObject({ data: '{"nonce":"n","ciphertext":"c"}' })
  })

  test('other events are not touched', () => {
    expect(readEvent(event('private-encrypted-known', 'new_kind'), { decrypt })).toMatchObject({
      data: { nonce: 'n', ciphertext: 'c' },
    })
  })
})

describe('signWebhook', () => {
  test('makes what a server sends', () => {
    const events = [{ name: 'channel_vacated', channel: 'test_channel' }] as const
    expect(signWebhook({ key: '123456789', secret: 'tofu' }, { events, time_ms: 1403175510755 })).toEqual({
      headers: {
        'content-type': 'application/json',
        'x-pusher-key': '123456789',
        'x-pusher-signature': 'd046be723cafb5d043360382dc062b9f1bd05862e92c75697bc19d0d55223aa2',
      },
      rawBody: '{"time_ms":1403175510755,"events":[{"name":"channel_vacated","channel":"test_channel"}]}',
    })
  })

  test('is of now unless told', () => {
    expect(signWebhook(credentials, { events: [] }, 1403175510755).rawBody).toBe(
      '{"time_ms":1403175510755,"events":[]}',
    )
    const before = Date.now()
    const sent = JSON.parse(signWebhook(credentials, { events: [] }).rawBody).time_ms
    expect(sent).toBeGreaterThanOrEqual(before)
    expect(sent).toBeLessThanOrEqual(Date.now())
  })

  test('takes a token', () => {
    expect(signWebhook(createToken(credentials), '{}')).toEqual(signWebhook(credentials, '{}'))
  })

  test('refuses what it cannot sign', () => {
    expect(() => signWebhook({ key: 'key', secret: '' }, '{}')).toThrow(
      'token.secret is missing: it is a key and its secret from the "App Keys" page of the app',
    )
    expect(() => signWebhook(credentials, Object.assign({ events: [] }, { time: 1 }))).toThrow(
      'content.time is 1',
    )
  })

  test('knows the fields of every kind of event', () => {
    signWebhook(credentials, {
      events: [
        { name: 'member_added', channel: 'presence-a', user_id: '7' },
        // @ts-expect-error a member has an id
        { name: 'member_removed', channel: 'presence-a' },
        // @ts-expect-error no such kind: write the body as text
        { name: 'new_kind', channel: 'a' },
      ],
    })
  })
})

describe('types', () => {
  const kind = (event: WebhookEvent): string => {
    switch (event.name) {
      case 'member_added':
      case 'member_removed':
        expectTypeOf(event).toEqualTypeOf<WebhookEventOf<'member_added' | 'member_removed'>>()
        return event.user_id
      case 'client_event':
        expectTypeOf(event.data).toEqualTypeOf<string>()
        return event.data
      case 'subscription_count':
        return event.subscription_count.toFixed()
      case 'channel_occupied':
      case 'channel_vacated':
      case 'cache_miss':
        return event.channel
      default:
        expectTypeOf(event).toEqualTypeOf<UnknownWebhookEvent>()
        expectTypeOf(event.name).toExtend<string>()
        return `unknown: ${event.name}`
    }
  }

  test('the name tells the fields', () => {
    const body =
      '{"time_ms":1403175510755,"events":[{"name":"member_added","user_id":"7"},{"name":"cache_miss","channel":"c"},{"name":"new_kind"}]}'
    expect(read(body).getEvents().map(kind)).toEqual(['7', 'c', 'unknown: new_kind'])
  })

  test('an if does, too', () => {
    const [event] = read(
      '{"time_ms":1403175510755,"events":[{"name":"member_added","user_id":"7"}]}',
    ).getEvents()
    expect(event?.name === 'member_added' && event.user_id).toBe('7')
    // @ts-expect-error no kind that is listed
    expect(event?.name === 'member_add').toBe(false)
  })
})
