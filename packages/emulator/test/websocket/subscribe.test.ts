import { channelAuth } from '@pusherkit/core/signing'
import { startEmulator } from '@pusherkit/emulator'
import { describe, expect, it } from 'vitest'
import { get, ok } from '../support/api.ts'
import { connect, TOKEN } from '../support/raw-client.ts'

/** What a refused subscription is told: the error, and the same on the channel. */
const refusal = (channel: string, message: string, code?: number): object[] => [
  { event: 'pusher:error', data: code === undefined ? { message } : { message, code } },
  { event: 'pusher:subscription_error', channel, data: { type: 'AuthError', error: message, status: 401 } },
]

describe('a subscription succeeds', () => {
  it.each(['news', 'private-news', 'private-encrypted-news', 'cache-news', 'A-Za-z0-9_-=@,.;'])(
    'to %s',
    async (channel) => {
      await using emulator = await startEmulator()
      await using client = await connect(emulator)

      expect(await client.subscribe(channel)).toEqual({
        event: 'pusher_internal:subscription_succeeded',
        channel,
        data: '{}',
      })
    },
  )

  it('to a presence channel, with its members', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)

    expect(await client.subscribe('presence-room', { user_id: 'ada', user_info: { name: 'Ada' } })).toEqual({
      event: 'pusher_internal:subscription_succeeded',
      channel: 'presence-room',
      data: '{"presence":{"ids":["ada"],"hash":{"ada":{"name":"Ada"}},"count":1}}',
    })
  })

  it('to a public channel without any auth', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)

    const answer = await client.ask({ event: 'pusher:subscribe', data: { channel: 'news' } })

    expect(answer.event).toBe('pusher_internal:subscription_succeeded')
  })

  it('to a private channel whose server signed channel_data too', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)

    expect((await client.subscribe('private-news', { any: 'thing' })).event).toBe(
      'pusher_internal:subscription_succeeded',
    )
  })
})

describe('a subscription is refused', () => {
  it.each(['private-news', 'private-encrypted-news', 'presence-news'])(
    'to %s with a wrong signature',
    async (channel) => {
      await using emulator = await startEmulator()
      await using client = await connect(emulator)

      client.send({ event: 'pusher:subscribe', data: { channel, auth: 'app-key:0123' } })

      const signed = `${client.socketId}:${channel}`
      const message = `Invalid signature: Expected HMAC SHA256 hex digest of ${signed}, but got 0123`
      expect(await client.settle()).toEqual(refusal(channel, message, 4009))
    },
  )

  it('with the key of another app', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)

    client.send({ event: 'pusher:subscribe', data: { channel: 'private-news', auth: 'other-key:0123' } })

    const message = 'Invalid key in subscription auth data: "other-key"'
    expect(await client.settle()).toEqual(refusal('private-news', message, 4009))
  })

  it('with no auth at all', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)

    client.send({ event: 'pusher:subscribe', data: { channel: 'private-news' } })

    const message = 'Invalid key in subscription auth data: ""'
    expect(await client.settle()).toEqual(refusal('private-news', message, 4009))
  })

  it('with the signature of another connection', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)
    client.socketId = '1.1'

    expect((await client.subscribe('private-news')).event).toBe('pusher:error')
  })

  it('with channel_data that is not what was signed', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)
    const auth = channelAuth(TOKEN, client.socketId, 'presence-b', '{"user_id":"ada"}')

    client.send({
      event: 'pusher:subscribe',
      data: { channel: 'presence-b', auth, channel_data: '{"user_id":"eve"}' },
    })

    const signed = `${client.socketId}:presence-b:{"user_id":"eve"}`
    const message = `Invalid signature: Expected HMAC SHA256 hex digest of ${signed}, but got ${auth.slice('app-key:'.length)}`
    expect(await client.settle()).toEqual(refusal('presence-b', message, 4009))
  })

  it.each([
    ['white space', '"white space"'],
    ['', '""'],
    ['#private', '"#private"'],
    ['#server-to-user-', '"#server-to-user-"'],
    ['x'.repeat(201), `"${'x'.repeat(79)}…`],
  ])('to the illegal name %j', async (channel, shown) => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)

    client.send({ event: 'pusher:subscribe', data: { channel } })

    const message = `Invalid channel name ${shown}: it must be 1 to 200 of A-Z a-z 0-9 _ - = @ , . ;`
    expect(await client.settle()).toEqual(refusal(channel, message))
  })

  it('when it exists already, without harm to the one there is', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)
    await client.subscribe('news')

    client.send({ event: 'pusher:subscribe', data: { channel: 'news' } })

    expect(await client.settle()).toEqual([
      { event: 'pusher:error', data: { message: 'Existing subscription to channel news' } },
    ])
    expect(await get(emulator, '/channels/news', { info: 'subscription_count' })).toEqual(
      ok('{"occupied":true,"subscription_count":1}'),
    )
  })
})

describe('unsubscribing', () => {
  it('vacates the channel', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)
    await client.subscribe('news')

    client.send({ event: 'pusher:unsubscribe', data: { channel: 'news' } })

    expect(await client.settle()).toEqual([])
    expect(await get(emulator, '/channels')).toEqual(ok('{"channels":{}}'))
  })

  it('from a channel that was not subscribed to is an error', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)

    expect(await client.ask({ event: 'pusher:unsubscribe', data: { channel: 'news' } })).toEqual({
      event: 'pusher:error',
      data: { message: 'No current subscription to channel "news"' },
    })
  })

  it('happens by itself when the connection closes', async () => {
    await using emulator = await startEmulator()
    await using witness = await connect(emulator)
    await witness.subscribe('presence-room', { user_id: 'witness' })
    const client = await connect(emulator)
    await client.subscribe('presence-room', { user_id: 'ada' })
    await client.subscribe('news')
    await witness.next()

    client.socket.terminate()

    expect((await witness.next()).event).toBe('pusher_internal:member_removed')
    expect(await get(emulator, '/channels')).toEqual(ok('{"channels":{"presence-room":{}}}'))
  })
})
