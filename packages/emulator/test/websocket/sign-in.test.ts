import { startEmulator } from '@pusherkit/emulator'
import { expect, it } from 'vitest'
import { get, ok, post } from '../support/api.ts'
import { connect } from '../support/raw-client.ts'

it('a sign-in succeeds and answers the text that was signed', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)

  expect(await client.signIn({ id: 'ada', name: 'Ada' })).toEqual({
    event: 'pusher:signin_success',
    data: { user_data: '{"id":"ada","name":"Ada"}' },
  })
})

it('a wrong signature is refused', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)

  const answer = await client.ask({
    event: 'pusher:signin',
    data: { auth: 'app-key:0123', user_data: '{"id":"ada"}' },
  })

  expect(answer).toEqual({
    event: 'pusher:error',
    data: {
      message: `Invalid signature: Expected HMAC SHA256 hex digest of ${client.socketId}::user::{"id":"ada"}, but got 0123`,
      code: 4009,
    },
  })
})

it.each([[{}], [{ id: 7 }], [{ id: '' }], [{ id: 'a b' }], [{ id: 'x'.repeat(201) }]])(
  'the user %j is refused',
  async (user) => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)

    expect(await client.signIn(user)).toEqual({
      event: 'pusher:error',
      data: {
        message:
          'Invalid user_data: it must be the text of a JSON object with an id of 1 to 200 of A-Z a-z 0-9 _ - = @ , . ;',
      },
    })
  },
)

it('a connection may sign in again, as the same user only', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)
  await client.signIn({ id: 'ada' })

  expect((await client.signIn({ id: 'ada' })).event).toBe('pusher:signin_success')
  expect(await client.signIn({ id: 'bob' })).toEqual({
    event: 'pusher:error',
    data: { message: 'The connection is already signed in as another user', code: 4009 },
  })
})

it('an event for a user reaches each of their connections once', async () => {
  await using emulator = await startEmulator()
  await using phone = await connect(emulator)
  await using laptop = await connect(emulator)
  await using stranger = await connect(emulator)
  await phone.signIn({ id: 'ada' })
  await laptop.signIn({ id: 'ada' })
  await stranger.signIn({ id: 'bob' })
  await laptop.ask({ event: 'pusher:subscribe', data: { channel: '#server-to-user-ada', auth: '' } })

  await post(emulator, '/events', { name: 'e', channels: ['#server-to-user-ada'], data: 'd' })

  const frame = { event: 'e', channel: '#server-to-user-ada', data: 'd' }
  expect(await phone.settle()).toEqual([frame])
  expect(await laptop.settle()).toEqual([frame])
  expect(await stranger.settle()).toEqual([])
})

it('a user may leave their own channel without complaint', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)
  await client.signIn({ id: 'ada' })

  client.send({ event: 'pusher:unsubscribe', data: { channel: '#server-to-user-ada' } })

  expect(await client.settle()).toEqual([])
})

it('a user is gone when their last connection closes', async () => {
  await using emulator = await startEmulator()
  await using witness = await connect(emulator)
  const client = await connect(emulator)
  await witness.subscribe('presence-room', { user_id: 'witness' })
  await client.subscribe('presence-room', { user_id: 'ada' })
  await client.signIn({ id: 'ada' })
  await witness.next()

  client.socket.close()
  await witness.next()

  expect(await get(emulator, '/channels/%23server-to-user-ada')).toEqual(ok('{"occupied":false}'))
})

it.each([[undefined], ['bob']])(
  'the channel of ada is closed to a connection signed in as %s',
  async (id) => {
    await using emulator = await startEmulator()
    await using client = await connect(emulator)
    if (id) await client.signIn({ id })

    const answer = await client.ask({
      event: 'pusher:subscribe',
      data: { channel: '#server-to-user-ada', auth: '' },
    })

    expect(answer.data).toEqual({
      message: 'Sign in as this user first to subscribe to #server-to-user-ada',
      code: 4009,
    })
  },
)
