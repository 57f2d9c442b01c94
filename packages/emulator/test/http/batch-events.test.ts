import { startEmulator } from '@pusherkit/emulator'
import { describe, expect, it } from 'vitest'
import { ok, post, refused } from '../support/api.ts'
import { connect } from '../support/raw-client.ts'

const NAMES = 'it must be 1 to 200 of A-Z a-z 0-9 _ - = @ , . ;'
const TOO_LARGE =
  'The data content of this event exceeds the allowed maximum (10240 bytes). See https://pusher.com/docs/channels/server_api/http-api#publishing-events for more info'

describe('a batch', () => {
  it('is delivered in order, each event to its own channel', async () => {
    await using emulator = await startEmulator()
    await using sender = await connect(emulator)
    await using receiver = await connect(emulator)
    for (const client of [sender, receiver]) {
      await client.subscribe('a')
      await client.subscribe('b')
    }

    const reply = await post(emulator, '/batch_events', {
      batch: [
        { name: 'first', channel: 'a', data: '1' },
        { name: 'second', channel: 'b', data: '2', socket_id: sender.socketId },
      ],
    })

    expect(reply).toEqual(ok('{}'))
    expect(await sender.settle()).toEqual([{ event: 'first', channel: 'a', data: '1' }])
    expect(await receiver.settle()).toEqual([
      { event: 'first', channel: 'a', data: '1' },
      { event: 'second', channel: 'b', data: '2' },
    ])
  })

  it('answers info at the index of the event that asked', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)
    await client.subscribe('presence-room', { user_id: 'ada' })

    const reply = await post(emulator, '/batch_events', {
      batch: [
        { name: 'e', channel: 'news', data: '' },
        { name: 'e', channel: 'presence-room', data: '', info: 'user_count' },
        { name: 'e', channel: 'news', data: '', info: 'subscription_count' },
      ],
    })

    expect(reply).toEqual(ok('{"batch":[{},{"user_count":1},{"subscription_count":0}]}'))
  })

  const EVENT = { name: 'e', channel: 'a', data: '' }
  it('of 10 events is accepted', async () => {
    await using emulator = await startEmulator()

    expect(await post(emulator, '/batch_events', { batch: Array(10).fill(EVENT) })).toEqual(ok('{}'))
  })

  it.each([
    ['of 11 events', Array(11).fill(EVENT), 400, 'A batch may have 10 events, but 11 were given'],
    ['that is no list', EVENT, 400, 'batch must be a list of events'],
    ['with something that is no event', [1], 400, 'Every event of a batch must be an object'],
    [
      'with an event for several channels',
      [{ name: 'e', channels: ['a', 'b'], data: '' }],
      400,
      'An event of a batch goes to one channel: give channel, not channels',
    ],
    ['with an illegal channel', [{ ...EVENT, channel: 'a b' }], 400, `Invalid channel name "a b": ${NAMES}`],
    ['with oversized data', [{ ...EVENT, data: 'x'.repeat(10_241) }], 413, TOO_LARGE],
  ])('%s is refused', async (_what, batch, status, message) => {
    await using emulator = await startEmulator()

    expect(await post(emulator, '/batch_events', { batch })).toEqual(refused(status, message))
  })

  it('is delivered whole or not at all', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)
    await client.subscribe('a')

    await post(emulator, '/batch_events', { batch: [EVENT, { ...EVENT, channel: 'a b' }] })

    expect(await client.settle()).toEqual([])
  })
})
