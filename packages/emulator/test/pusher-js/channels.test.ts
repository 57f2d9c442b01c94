import { startEmulator } from '@pusherkit/emulator'
import { event, JsClient } from '@pusherkit/tests-support'
import type { PresenceChannel } from 'pusher-js'
import { expect, it } from 'vitest'
import { post } from '../support/api.ts'

it.each(['news', 'private-news', 'presence-news'])(
  'pusher-js subscribes to %s and receives an event',
  async (name) => {
    await using emulator = await startEmulator()
    using client = new JsClient(emulator)
    const channel = await client.subscribe(name)
    const received = event(channel, 'greeting')

    await post(emulator, '/events', { name: 'greeting', channels: [name], data: '{"hello":"world"}' })

    expect(await received).toEqual({ hello: 'world' })
  },
)

it('pusher-js sees the members of a presence channel come and go', async () => {
  await using emulator = await startEmulator()
  using ada = new JsClient(emulator, { id: 'ada', user_info: { name: 'Ada' } })
  const channel = await ada.subscribe<PresenceChannel>('presence-room')
  expect(channel.members.me).toEqual({ id: 'ada', info: { name: 'Ada' } })

  const added = event(channel, 'pusher:member_added')
  const bob = new JsClient(emulator, { id: 'bob', user_info: { name: 'Bob' } })
  await bob.subscribe('presence-room')
  expect(await added).toEqual({ id: 'bob', info: { name: 'Bob' } })
  expect(channel.members.count).toBe(2)

  const removed = event(channel, 'pusher:member_removed')
  bob.pusher.disconnect()
  expect(await removed).toEqual({ id: 'bob', info: { name: 'Bob' } })
  expect(channel.members.count).toBe(1)
})

it('pusher-js raises subscription_error when the signature is wrong', async () => {
  await using emulator = await startEmulator()
  using client = new JsClient(emulator, undefined, {
    channelAuthorization: { customHandler: (_params, callback) => callback(null, { auth: 'app-key:wrong' }) },
  })
  const channel = client.pusher.subscribe('private-news')

  const error = await event<{ error: string }>(channel, 'pusher:subscription_error')

  expect(error).toEqual({
    type: 'AuthError',
    error: `Invalid signature: Expected HMAC SHA256 hex digest of ${client.pusher.connection.socket_id}:private-news, but got wrong`,
    status: 401,
  })
})

it('a client event goes from one pusher-js to the other, with its sender', async () => {
  await using emulator = await startEmulator()
  using ada = new JsClient(emulator, { id: 'ada' })
  using bob = new JsClient(emulator, { id: 'bob' })
  const sender = await ada.subscribe('presence-room')
  const receiver = await bob.subscribe('presence-room')
  const received = new Promise((resolve) =>
    receiver.bind('client-typing', (...args: unknown[]) => resolve(args)),
  )

  sender.trigger('client-typing', { fast: true })

  expect(await received).toEqual([{ fast: true }, { user_id: 'ada' }])
})

it('pusher-js unsubscribes and the channel is vacated', async () => {
  await using emulator = await startEmulator()
  using client = new JsClient(emulator)
  await client.subscribe('news')
  client.pusher.unsubscribe('news')
  // The answer to another subscription comes after the unsubscription was acted on.
  await client.subscribe('other')

  expect(
    (await post(emulator, '/events', { name: 'e', channel: 'news', data: '', info: 'subscription_count' }))
      .body,
  ).toBe('{"channels":{"news":{"subscription_count":0}}}')
})

it.each(['cache-news', 'private-cache-news', 'presence-cache-news'])(
  'pusher-js gets the last event of %s, or raises cache_miss',
  async (name) => {
    await using emulator = await startEmulator()
    using early = new JsClient(emulator)
    using late = new JsClient(emulator)
    await event(early.pusher.subscribe(name), 'pusher:cache_miss')
    await post(emulator, '/events', { name: 'greeting', channels: [name], data: '{"hello":"late"}' })

    expect(await event(late.pusher.subscribe(name), 'greeting')).toEqual({ hello: 'late' })
  },
)

it('pusher-js knows how many are subscribed', async () => {
  await using emulator = await startEmulator()
  using one = new JsClient(emulator)
  using two = new JsClient(emulator)
  const channel = one.pusher.subscribe('news')
  expect(await event(channel, 'pusher:subscription_count')).toEqual({ subscription_count: 1 })
  const changed = event(channel, 'pusher:subscription_count')

  await two.subscribe('news')

  expect(await changed).toEqual({ subscription_count: 2 })
  expect(channel.subscriptionCount).toBe(2)
})
