import { startEmulator } from '@pusherkit/emulator'
import { describe, expect, it } from 'vitest'
import { ok, post } from '../support/api.ts'
import { connect } from '../support/raw-client.ts'

describe('an event is delivered', () => {
  it('to the subscribers of each of its channels, and to nobody else', async () => {
    await using emulator = await startEmulator()
    await using one = await connect(emulator)
    await using two = await connect(emulator)
    await using three = await connect(emulator)
    await one.subscribe('one')
    await two.subscribe('private-two')
    await three.subscribe('three')

    const reply = await post(emulator, '/events', {
      name: 'e',
      channels: ['one', 'private-two'],
      data: '{"a":1}',
    })

    expect(reply).toEqual(ok('{}'))
    expect(await one.settle()).toEqual([{ event: 'e', channel: 'one', data: '{"a":1}' }])
    expect(await two.settle()).toEqual([{ event: 'e', channel: 'private-two', data: '{"a":1}' }])
    expect(await three.settle()).toEqual([])
  })

  it('to a single channel', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)
    await client.subscribe('news')

    expect(await post(emulator, '/events', { name: 'e', channel: 'news', data: 'text' })).toEqual(ok('{}'))
    expect(await client.settle()).toEqual([{ event: 'e', channel: 'news', data: 'text' }])
  })

  it('once to a channel that is named twice', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)
    await client.subscribe('news')

    await post(emulator, '/events', { name: 'e', channels: ['news', 'news'], data: '' })

    expect(await client.settle()).toEqual([{ event: 'e', channel: 'news', data: '' }])
  })

  it('to everybody but the socket_id', async () => {
    await using emulator = await startEmulator()
    await using sender = await connect(emulator)
    await using receiver = await connect(emulator)
    await sender.subscribe('news')
    await receiver.subscribe('news')

    await post(emulator, '/events', { name: 'e', channels: ['news'], data: 'd', socket_id: sender.socketId })

    expect(await sender.settle()).toEqual([])
    expect(await receiver.settle()).toEqual([{ event: 'e', channel: 'news', data: 'd' }])
  })

  it('to its own app only', async () => {
    await using emulator = await startEmulator({
      apps: [
        { appId: 'app-id', key: 'app-key', secret: 'app-secret' },
        { appId: 'other', key: 'other-key', secret: 'other-secret' },
      ],
    })
    await using client = await connect(emulator, 'other-key')
    await client.ask({ event: 'pusher:subscribe', data: { channel: 'news' } })

    await post(emulator, '/events', { name: 'e', channels: ['news'], data: 'd' })

    expect(await client.settle()).toEqual([])
  })

  it.each([
    ['a name of 200 characters', { name: 'e'.repeat(200), channel: 'a', data: '' }],
    ['data of 10,240 bytes', { name: 'e', channel: 'a', data: 'é'.repeat(5120) }],
    ['a channel name of 200 characters', { name: 'e', channel: 'a'.repeat(200), data: '' }],
    [
      '100 channels',
      { name: 'e', channels: Array.from({ length: 100 }, (_, index) => `c-${index}`), data: '' },
    ],
    ['the channel of a user', { name: 'e', channel: '#server-to-user-ada', data: '' }],
    ['a socket_id that is null', { name: 'e', channel: 'a', data: '', socket_id: null, info: null }],
    ['fields that nobody knows', { name: 'e', channel: 'a', data: '', extra: true }],
  ])('with %s', async (_what, event) => {
    await using emulator = await startEmulator()

    expect(await post(emulator, '/events', event)).toEqual(ok('{}'))
  })
})

it('info answers the counts of each channel that has them', async () => {
  await using emulator = await startEmulator()
  await using phone = await connect(emulator)
  await using laptop = await connect(emulator)
  await phone.subscribe('presence-room', { user_id: 'ada' })
  await laptop.subscribe('presence-room', { user_id: 'ada' })
  await laptop.subscribe('news')

  const reply = await post(emulator, '/events', {
    name: 'e',
    channels: ['presence-room', 'news', 'empty', '__proto__'],
    data: '',
    info: 'user_count,subscription_count',
  })

  expect(reply).toEqual(
    ok(
      '{"channels":{"presence-room":{"user_count":1,"subscription_count":2},"news":{"subscription_count":1},"empty":{"subscription_count":0},"__proto__":{"subscription_count":0}}}',
    ),
  )
})
