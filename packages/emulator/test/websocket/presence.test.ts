import { startEmulator } from '@pusherkit/emulator'
import { describe, expect, it } from 'vitest'
import { get, ok } from '../support/api.ts'
import { connect } from '../support/raw-client.ts'

const ADA = { user_id: 'ada', user_info: { name: 'Ada' } }
const BOB = { user_id: 'bob', user_info: { name: 'Bob' } }

describe('members are told', () => {
  it('when a user comes', async () => {
    await using emulator = await startEmulator()
    await using ada = await connect(emulator)
    await using bob = await connect(emulator)
    await ada.subscribe('presence-room', ADA)

    const joined = await bob.subscribe('presence-room', BOB)

    expect(joined.data).toBe(
      '{"presence":{"ids":["ada","bob"],"hash":{"ada":{"name":"Ada"},"bob":{"name":"Bob"}},"count":2}}',
    )
    expect(await ada.settle()).toEqual([
      {
        event: 'pusher_internal:member_added',
        channel: 'presence-room',
        data: '{"user_id":"bob","user_info":{"name":"Bob"}}',
      },
    ])
    expect(await bob.settle()).toEqual([])
  })

  it('when a user goes', async () => {
    await using emulator = await startEmulator()
    await using ada = await connect(emulator)
    await using bob = await connect(emulator)
    await ada.subscribe('presence-room', ADA)
    await bob.subscribe('presence-room', BOB)
    await ada.next()

    bob.send({ event: 'pusher:unsubscribe', data: { channel: 'presence-room' } })

    expect(await ada.next()).toEqual({
      event: 'pusher_internal:member_removed',
      channel: 'presence-room',
      data: '{"user_id":"bob"}',
    })
    expect(await bob.settle()).toEqual([])
  })

  it('once per user, not once per connection', async () => {
    await using emulator = await startEmulator()
    await using ada = await connect(emulator)
    await using bob = await connect(emulator)
    await using bobAgain = await connect(emulator)
    await ada.subscribe('presence-room', ADA)
    await bob.subscribe('presence-room', BOB)
    await ada.next()

    const joined = await bobAgain.subscribe('presence-room', BOB)
    expect(joined.data).toContain('"count":2')
    expect(await ada.settle()).toEqual([])

    bob.send({ event: 'pusher:unsubscribe', data: { channel: 'presence-room' } })
    await bob.settle()
    expect(await ada.settle()).toEqual([])

    bobAgain.send({ event: 'pusher:unsubscribe', data: { channel: 'presence-room' } })
    expect((await ada.next()).event).toBe('pusher_internal:member_removed')
  })
})

describe('channel_data', () => {
  it.each([
    [{ user_id: 7 }, '{"presence":{"ids":["7"],"hash":{"7":{}},"count":1}}'],
    [{ user_id: 'ada' }, '{"presence":{"ids":["ada"],"hash":{"ada":{}},"count":1}}'],
    [
      { user_id: '__proto__', user_info: 1 },
      '{"presence":{"ids":["__proto__"],"hash":{"__proto__":1},"count":1}}',
    ],
  ])('%j is good', async (member, data) => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)

    expect((await client.subscribe('presence-room', member)).data).toBe(data)
  })

  const ID =
    'Invalid channel_data: user_id must be a string of 1 to 128 characters or a whole number up to 2^53'
  it.each([
    [{}, ID],
    [{ user_id: '' }, ID],
    [{ user_id: 'x'.repeat(129) }, ID],
    [{ user_id: 1.5 }, ID],
    [{ user_id: 2 ** 53 }, ID],
    [{ user_id: { id: 1 } }, ID],
    [[], 'Invalid channel_data: it must be the text of a JSON object'],
    [{ user_id: 'ada', user_info: 'é'.repeat(500) }, 'Invalid channel_data: it may have 1024 bytes at most'],
  ])('%j is refused', async (member, message) => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)

    expect(await client.subscribe('presence-room', member)).toEqual({
      event: 'pusher:error',
      data: { message },
    })
  })

  it('may be left out by nobody but a signed-in connection', async () => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)

    expect((await client.subscribe('presence-room')).data).toEqual({
      message: 'presence-room needs channel_data with a user_id, or a connection that signed in',
      code: 4009,
    })
    await client.settle()
    await client.signIn({ id: 'ada', user_info: { name: 'Ada' } })
    expect((await client.subscribe('presence-room')).data).toBe(
      '{"presence":{"ids":["ada"],"hash":{"ada":{"name":"Ada"}},"count":1}}',
    )
  })
})

it('a presence channel takes 100 members, and more connections of theirs', async () => {
  await using emulator = await startEmulator()
  await using clients = new AsyncDisposableStack()
  for (let id = 1; id <= 100; id++) {
    await clients.use(await connect(emulator)).subscribe('presence-room', { user_id: id })
  }
  await using another = await connect(emulator)
  await using known = await connect(emulator)

  expect((await another.subscribe('presence-room', { user_id: 101 })).data).toEqual({
    message: 'presence-room is full: it may have 100 members',
  })
  expect((await known.subscribe('presence-room', { user_id: 100 })).event).toBe(
    'pusher_internal:subscription_succeeded',
  )
  expect(await get(emulator, '/channels/presence-room', { info: 'user_count,subscription_count' })).toEqual(
    ok('{"occupied":true,"user_count":100,"subscription_count":101}'),
  )
})
