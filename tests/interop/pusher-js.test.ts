import { Pusher } from '@pusherkit/core'
import { typedChannel } from '@pusherkit/core/contract'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { event, JsClient } from '@pusherkit/tests-support'
import OfficialPusher from 'pusher'
import type { PresenceChannel } from 'pusher-js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

// Everything here is real: the client library people ship, the official server library, and our own server side.

let emulator: Emulator
let clients: JsClient[]
beforeEach(async () => {
  emulator = await startEmulator()
  clients = []
})
afterEach(async () => {
  for (const client of clients) client[Symbol.dispose]()
  await emulator.close()
})

const publishers = [
  ['@pusherkit/core', () => new Pusher(emulator.serverOptions())],
  [
    'the official library',
    () => {
      const { port, ...options } = emulator.serverOptions()
      return new OfficialPusher({ ...options, port: String(port) })
    },
  ],
] as const

function connect(id = '7'): JsClient {
  const client = new JsClient(emulator, { id, user_info: { name: `user ${id}` } })
  clients.push(client)
  return client
}

describe.each(publishers)('%s', (_name, createPublisher) => {
  test.each(['orders', 'private-orders', 'presence-orders'])('reaches a subscriber of %s', async (name) => {
    const pusher = createPublisher()
    const channel = await connect().subscribe(name)
    const received = event(channel, 'created')
    expect((await pusher.trigger(name, 'created', { text: 'héllo 日本' })).status).toBe(200)
    expect(await received).toEqual({ text: 'héllo 日本' })
  })

  test('reaches every channel of a trigger and of a batch', async () => {
    const pusher = createPublisher()
    const client = connect()
    const [a, b] = [await client.subscribe('a'), await client.subscribe('private-b')]
    const first = [event(a, 'e'), event(b, 'e')]
    await pusher.trigger(['a', 'private-b'], 'e', 1)
    expect(await Promise.all(first)).toEqual([1, 1])
    const second = [event(a, 'e'), event(b, 'e')]
    await pusher.triggerBatch([
      { channel: 'a', name: 'e', data: 2 },
      { channel: 'private-b', name: 'e', data: 3 },
    ])
    expect(await Promise.all(second)).toEqual([2, 3])
  })

  test('leaves out the connection that it is told to', async () => {
    const pusher = createPublisher()
    const [sender, other] = [connect('1'), connect('2')]
    const channels = [await sender.subscribe('chat'), await other.subscribe('chat')]
    const seen: unknown[][] = [[], []]
    channels.forEach((channel, index) => {
      channel.bind('message', (data: unknown) => seen[index]?.push(data))
    })
    const arrived = channels.map((channel) => event(channel, 'end'))
    await pusher.trigger('chat', 'message', 'mine', { socket_id: sender.socketId })
    await pusher.trigger('chat', 'end', null)
    await Promise.all(arrived)
    expect(seen).toEqual([[], ['mine']])
  })

  test('reads the state of the channels', async () => {
    const pusher = createPublisher()
    await connect('1').subscribe('presence-room')
    await connect('2').subscribe('presence-room')
    const read = async (path: string, params = {}) => (await pusher.get({ path, params })).json()
    expect(await read('/channels', { filter_by_prefix: 'presence-', info: 'user_count' })).toEqual({
      channels: { 'presence-room': { user_count: 2 } },
    })
    expect(await read('/channels/presence-room', { info: 'user_count' })).toEqual({
      occupied: true,
      user_count: 2,
    })
    expect(await read('/channels/presence-room/users')).toEqual({ users: [{ id: '1' }, { id: '2' }] })
    expect(await read('/channels/empty')).toEqual({ occupied: false })
  })
})

test('typed queries answer what the documentation shows', async () => {
  const pusher = new Pusher(emulator.serverOptions())
  await connect('1').subscribe('presence-room')
  await connect('2').subscribe('news')
  expect(await pusher.channels()).toEqual({ channels: { 'presence-room': {}, news: {} } })
  expect(await pusher.channels({ prefix: 'presence-', info: 'user_count' })).toEqual({
    channels: { 'presence-room': { user_count: 1 } },
  })
  expect(await pusher.channel('news', { info: 'subscription_count' })).toEqual({
    occupied: true,
    subscription_count: 1,
  })
  expect(await pusher.users('presence-room')).toEqual({ users: [{ id: '1' }] })
})

test('counts come back with the publish that asks for them', async () => {
  const pusher = new Pusher(emulator.serverOptions())
  await connect('1').subscribe('presence-room')
  await connect('2').subscribe('news')
  const single = await pusher.trigger(['presence-room', 'news'], 'e', 'd', {
    info: 'user_count,subscription_count',
  })
  const { channels } = await single.json()
  expect(channels?.['presence-room']?.user_count).toBe(1)
  expect(channels?.news).toEqual({ subscription_count: 1 })
  const batch = await pusher.triggerBatch([
    { channel: 'news', name: 'e', data: 'd' },
    { channel: 'presence-room', name: 'e', data: 'd', info: 'user_count' },
  ])
  expect(await batch.json()).toEqual({ batch: [{}, { user_count: 1 }] })
})

test('presence members see each other come and go', async () => {
  const room = await connect('1').subscribe<PresenceChannel>('presence-room')
  expect(room.members.me).toEqual({ id: '1', info: { name: 'user 1' } })
  const added = event(room, 'pusher:member_added')
  const other = connect('2')
  await other.subscribe('presence-room')
  expect(await added).toEqual({ id: '2', info: { name: 'user 2' } })
  const removed = event(room, 'pusher:member_removed')
  other[Symbol.dispose]()
  expect(await removed).toEqual({ id: '2', info: { name: 'user 2' } })
})

test('a subscriber with a wrong signature is refused', async () => {
  const stranger = { ...emulator, serverOptions: () => ({ ...emulator.serverOptions(), secret: 'guessed' }) }
  using client = new JsClient(stranger)
  await expect(client.subscribe('private-orders')).rejects.toThrow('private-orders was refused')
})

test('a server that does not know the app says so in a typed error', async () => {
  const pusher = new Pusher({ ...emulator.serverOptions(), secret: 'wrong' })
  await expect(pusher.trigger('a', 'e', 'd')).rejects.toMatchObject({
    code: 'ERR_PUSHER_REQUEST',
    status: 401,
  })
  const elsewhere = new Pusher({ ...emulator.serverOptions(), appId: 'other' })
  await expect(elsewhere.trigger('a', 'e', 'd')).rejects.toMatchObject({
    code: 'ERR_PUSHER_REQUEST',
    status: 404,
  })
})

test('one map of events types what is sent and what arrives', async () => {
  interface AppEvents {
    orders: { created: { id: number } }
  }
  const pusher = new Pusher<AppEvents>(emulator.serverOptions())
  const channel = typedChannel<AppEvents, 'orders'>(await connect().subscribe('orders'))
  const received = new Promise<number>((resolve) => channel.bind('created', ({ id }) => resolve(id)))
  // @ts-expect-error there is no such event
  channel.bind('removed', () => {})
  await pusher.trigger('orders', 'created', { id: 7 })
  expect(await received).toBe(7)
})
