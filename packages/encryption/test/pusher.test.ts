import { Pusher, PusherValidationError, signWebhook } from '@pusherkit/core'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { createEncryption } from '@pusherkit/encryption'
import { authorizedBy, event, JsClient } from '@pusherkit/tests-support'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const masterKeyBase64 = Buffer.alloc(32, 9).toString('base64')
let emulator: Emulator
let pusher: Pusher
beforeEach(async () => {
  emulator = await startEmulator()
  pusher = new Pusher({ ...emulator.serverOptions(), encryption: createEncryption({ masterKeyBase64 }) })
})
afterEach(() => emulator.close())

const connect = () => new JsClient(emulator, undefined, authorizedBy(pusher, { id: 'ada' }))

describe('an encrypted channel', () => {
  test.each([
    ['an object', { text: 'héllo 日本' }],
    ['text', 'plain text'],
    ['a list', [1, 2]],
  ])('brings %s to a real pusher-js client', async (_name, data) => {
    using client = connect()
    const received = event(await client.subscribe('private-encrypted-room'), 'message')
    await pusher.trigger('private-encrypted-room', 'message', data)
    expect(await received).toEqual(data)
  })

  test('brings a batch, mixed with a public channel', async () => {
    using client = connect()
    const [secret, open] = [await client.subscribe('private-encrypted-room'), await client.subscribe('news')]
    const received = [event(secret, 'a'), event(open, 'b')]
    await pusher.triggerBatch([
      { channel: 'private-encrypted-room', name: 'a', data: 1 },
      { channel: 'news', name: 'b', data: 2 },
    ])
    expect(await Promise.all(received)).toEqual([1, 2])
  })

  test('is never told the server: what travels is not readable', async () => {
    const bodies: string[] = []
    const spy = new Pusher({
      ...emulator.serverOptions(),
      encryption: createEncryption({ masterKeyBase64 }),
      transport: async ({ body = '' }) => {
        bodies.push(body)
        return { status: 200, headers: {}, body: '{}' }
      },
    })
    await spy.trigger('private-encrypted-room', 'message', { text: 'nobody reads this' })
    expect(bodies[0]).not.toContain('nobody reads this')
    expect(JSON.parse(JSON.parse(bodies[0] ?? '').data)).toEqual({
      nonce: expect.stringMatching(/^[A-Za-z0-9+/]{32}$/),
      ciphertext: expect.stringMatching(/^[A-Za-z0-9+/=]+$/),
    })
  })

  test('does not share a trigger with another channel', async () => {
    await expect(pusher.trigger(['news', 'private-encrypted-room'], 'e', 'd')).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_CHANNEL',
      value: 'private-encrypted-room',
    })
  })

  test('has the limit of data apply to what travels', async () => {
    const error = await pusher
      .trigger('private-encrypted-room', 'e', 'x'.repeat(8_000))
      .catch((reason) => reason)
    expect(error).toBeInstanceOf(PusherValidationError)
    expect(error).toMatchObject({ code: 'ERR_PUSHER_DATA_TOO_LARGE', limit: 10_240 })
  })

  test('refuses undefined like any other', async () => {
    await expect(pusher.trigger('private-encrypted-room', 'e', undefined)).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_DATA',
    })
  })
})

test('client events of encrypted channels arrive decrypted by webhook', () => {
  const { key, secret } = emulator.serverOptions()
  const data = createEncryption({ masterKeyBase64 }).encrypt('private-encrypted-room', '{"typing":true}')
  const event = {
    name: 'client_event' as const,
    channel: 'private-encrypted-room',
    event: 'client-x',
    socket_id: '1.1',
  }
  const webhook = pusher.webhook(signWebhook({ key, secret }, { events: [{ ...event, data }] }))
  expect(webhook.isValid()).toBe(true)
  expect(webhook.getEvents()).toEqual([{ ...event, data: '{"typing":true}' }])
})
