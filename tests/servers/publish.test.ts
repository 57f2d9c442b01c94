import { createEncryption } from '@pusherkit/encryption'
import { authorizedBy, event } from '@pusherkit/tests-support'
import { expect, test } from 'vitest'
import { collect, eachServer, unique } from './test-server.ts'

eachServer(['emulator', 'soketi', 'soketi cluster'], (server) => {
  test.each(['orders', 'private-orders', 'presence-orders', 'cache-orders', 'private-cache-orders'])(
    'an event reaches a subscriber of %s',
    async (kind) => {
      const name = unique(kind)
      const channel = await server.connect().subscribe(name)
      const received = event(channel, 'created')
      const response = await server.pusher().trigger(name, 'created', { text: 'héllo 日本 & + %' })
      expect(response.status).toBe(200)
      expect(await received).toEqual({ text: 'héllo 日本 & + %' })
    },
  )

  test('an event of an encrypted channel is opened by its subscriber', async () => {
    const encryption = createEncryption({ masterKeyBase64: Buffer.alloc(32, 7).toString('base64') })
    const pusher = server.pusher({ encryption })
    const name = unique('private-encrypted-orders')
    const channel = await server.connect({ id: '1' }, authorizedBy(pusher, { id: '1' })).subscribe(name)
    const received = event(channel, 'created')
    await pusher.trigger(name, 'created', { text: 'héllo 日本' })
    expect(await received).toEqual({ text: 'héllo 日本' })
  })

  test('an event reaches many channels, a hundred at once', async () => {
    const client = server.connect()
    const names = Array.from({ length: 100 }, (_, index) => unique(`many-${index}`))
    const channels = await Promise.all(names.map((name) => client.subscribe(name)))
    const received = channels.map((channel) => event(channel, 'e'))
    await server.pusher().trigger(names, 'e', 1)
    expect(await Promise.all(received)).toEqual(Array(100).fill(1))
  })

  test('the connection that is left out does not get the event', async () => {
    const [sender, other] = [server.connect({ id: '1' }), server.connect({ id: '2' })]
    const name = unique('chat')
    const channels = [await sender.subscribe(name), await other.subscribe(name)]
    const seen = channels.map((channel) => collect(channel, 'message'))
    const ended = channels.map((channel) => event(channel, 'end'))
    const pusher = server.pusher()
    await pusher.trigger(name, 'message', 'mine', { socket_id: sender.socketId })
    await pusher.trigger(name, 'end', null)
    await Promise.all(ended)
    expect(seen).toEqual([[], ['mine']])
  })

  test('the connection may be named by its id alone', async () => {
    const client = server.connect()
    const name = unique('chat')
    const channel = await client.subscribe(name)
    const seen = collect(channel, 'message')
    const ended = event(channel, 'end')
    const pusher = server.pusher()
    await pusher.trigger(name, 'message', 'mine', client.socketId)
    await pusher.trigger(name, 'end', null)
    await ended
    expect(seen).toEqual([])
  })

  test('a batch of 10 events reaches each event’s own channel, in order', async () => {
    const client = server.connect()
    const [a, b] = [unique('a'), unique('private-b')]
    const [first, second] = [await client.subscribe(a), await client.subscribe(b)]
    const seen = [collect(first, 'e'), collect(second, 'e')]
    const ended = [event(first, 'end'), event(second, 'end')]
    const events = [0, 1, 2, 3, 4, 5, 6, 7].map((data) => ({ channel: data % 2 ? b : a, name: 'e', data }))
    const end = [a, b].map((channel) => ({ channel, name: 'end', data: true }))
    await server.pusher().triggerBatch([...events, ...end])
    await Promise.all(ended)
    expect(seen).toEqual([
      [0, 2, 4, 6],
      [1, 3, 5, 7],
    ])
  })

  test('an event of a batch leaves out its own connection', async () => {
    const client = server.connect()
    const name = unique('chat')
    const channel = await client.subscribe(name)
    const seen = collect(channel, 'message')
    const ended = event(channel, 'end')
    await server.pusher().triggerBatch([
      { channel: name, name: 'message', data: 'mine', socket_id: client.socketId },
      { channel: name, name: 'end', data: true },
    ])
    await ended
    expect(seen).toEqual([])
  })

  test('data of exactly 10,240 bytes arrives whole', async () => {
    const name = unique('large')
    const channel = await server.connect().subscribe(name)
    const received = event(channel, 'e')
    const data = `${'€'.repeat(3_413)}x`
    expect(Buffer.byteLength(data)).toBe(10_240)
    await server.pusher().trigger(name, 'e', data)
    expect(await received).toBe(data)
  })

  test('one byte more is refused before it is sent', async () => {
    const sent = server.pusher().trigger('large', 'e', 'x'.repeat(10_241))
    await expect(sent).rejects.toMatchObject({ code: 'ERR_PUSHER_DATA_TOO_LARGE', limit: 10_240 })
  })

  test('a batch of 11 is refused before it is sent', async () => {
    const batch = Array.from({ length: 11 }, () => ({ channel: 'a', name: 'e', data: 'd' }))
    await expect(server.pusher().triggerBatch(batch)).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_BATCH',
    })
  })

  test('a channel name may hold = @ , . ; and an event name anything', async () => {
    const name = unique('presence-a=b@c,d.e;f_G')
    const channel = await server.connect().subscribe(name)
    const received = event(channel, 'App\\Events\\Größe: "10 %"')
    await server.pusher().trigger(name, 'App\\Events\\Größe: "10 %"', 'd')
    expect(await received).toBe('d')
  })

  test('300 publishes at once all succeed and all arrive', async () => {
    const name = unique('busy')
    const channel = await server.connect().subscribe(name)
    const seen = collect(channel, 'e')
    const ended = event(channel, 'end')
    const pusher = server.pusher()
    const all = Array.from({ length: 300 }, (_, data) => pusher.trigger(name, 'e', data))
    expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true)
    await pusher.trigger(name, 'end', true)
    await ended
    expect(seen.length).toBe(300)
    expect(new Set(seen).size).toBe(300)
  })
})
