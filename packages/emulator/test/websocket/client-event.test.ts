import { startEmulator } from '@pusherkit/emulator'
import { expect, it } from 'vitest'
import { connect } from '../support/raw-client.ts'

it.each([
  [{ fast: true }, '{"fast":true}'],
  ['plain text', 'plain text'],
  [null, 'null'],
])('the data %j is delivered as the text %j', async (data, text) => {
  await using emulator = await startEmulator()
  await using sender = await connect(emulator)
  await using receiver = await connect(emulator)
  await sender.subscribe('private-room')
  await receiver.subscribe('private-room')

  sender.send({ event: 'client-typing', channel: 'private-room', data })

  expect(await receiver.next()).toEqual({ event: 'client-typing', channel: 'private-room', data: text })
})

it('the sender does not receive its own event', async () => {
  await using emulator = await startEmulator()
  await using sender = await connect(emulator)
  await sender.subscribe('private-room')

  sender.send({ event: 'client-typing', channel: 'private-room', data: {} })

  expect(await sender.settle()).toEqual([])
})

it('on a presence channel it says who sent it', async () => {
  await using emulator = await startEmulator()
  await using sender = await connect(emulator)
  await using receiver = await connect(emulator)
  await receiver.subscribe('presence-room', { user_id: 'bob' })
  await sender.subscribe('presence-room', { user_id: 7 })
  await receiver.next()

  sender.send({ event: 'client-typing', channel: 'presence-room', data: {} })

  expect(await receiver.next()).toEqual({
    event: 'client-typing',
    channel: 'presence-room',
    data: '{}',
    user_id: '7',
  })
})

it('data of 10,240 bytes is delivered', async () => {
  await using emulator = await startEmulator()
  await using sender = await connect(emulator)
  await using receiver = await connect(emulator)
  await sender.subscribe('private-room')
  await receiver.subscribe('private-room')

  sender.send({ event: 'client-typing', channel: 'private-room', data: 'é'.repeat(5120) })

  expect((await receiver.next()).data).toBe('é'.repeat(5120))
})

it.each([
  [
    'a public channel',
    { event: 'client-e', channel: 'news', data: {} },
    'only private and presence channels carry client events, and "news" is neither',
  ],
  [
    'a channel that it is not subscribed to',
    { event: 'client-e', channel: 'private-other', data: {} },
    'subscribe to "private-other" first',
  ],
  ['no channel', { event: 'client-e', data: {} }, 'channel must be a string'],
  ['no data', { event: 'client-e', channel: 'private-room' }, 'data is missing'],
  [
    'data of 10,241 bytes',
    { event: 'client-e', channel: 'private-room', data: 'x'.repeat(10_241) },
    'data has 10241 bytes, and 10240 are allowed',
  ],
  [
    'a name of 201 characters',
    { event: 'client-'.padEnd(201, 'x'), channel: 'private-room', data: {} },
    'an event name may have 200 characters',
  ],
])('a client event with %s is rejected', async (_what, frame, why) => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)
  await using witness = await connect(emulator)
  for (const channel of ['news', 'private-room']) {
    await client.subscribe(channel)
    await witness.subscribe(channel)
  }
  await witness.subscribe('private-other')

  expect(await client.ask(frame)).toEqual({
    event: 'pusher:error',
    data: { message: `Client event rejected: ${why}`, code: 4301 },
  })
  expect(await witness.settle()).toEqual([])
})
