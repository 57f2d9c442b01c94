import { startEmulator } from '@pusherkit/emulator'
import { expect, it } from 'vitest'
import { get, ok, post, refused } from '../support/api.ts'
import { connect } from '../support/raw-client.ts'

it('every connection of the user is told why and closed with 4009', async () => {
  await using emulator = await startEmulator()
  await using phone = await connect(emulator)
  await using laptop = await connect(emulator)
  await phone.signIn({ id: 'ada' })
  await laptop.signIn({ id: 'ada' })

  expect(await post(emulator, '/users/ada/terminate_connections', {})).toEqual(ok('{}'))

  const message = 'The application terminated the connections of this user'
  for (const client of [phone, laptop]) {
    expect(await client.next()).toEqual({ event: 'pusher:error', data: { message, code: 4009 } })
    expect(await client.closed).toEqual({ code: 4009, reason: message })
  }
})

it('presence members who never signed in stay', async () => {
  await using emulator = await startEmulator()
  await using member = await connect(emulator)
  await member.subscribe('presence-room', { user_id: 'ada' })

  await post(emulator, '/users/ada/terminate_connections', {})

  expect(await member.settle()).toEqual([])
})

it('their subscriptions are gone when the answer comes', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)
  await client.signIn({ id: 'ada' })
  await client.subscribe('news')

  await post(emulator, '/users/ada/terminate_connections', {})

  expect(await get(emulator, '/channels')).toEqual(ok('{"channels":{}}'))
})

it('the user id is percent-decoded', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)
  await client.signIn({ id: 'ada@example.com' })

  await post(emulator, '/users/ada%40example.com/terminate_connections', {})

  expect((await client.closed).code).toBe(4009)
})

it('an impossible user id is refused', async () => {
  await using emulator = await startEmulator()

  expect(await post(emulator, '/users/a%20b/terminate_connections', {})).toEqual(
    refused(400, 'Invalid user id "a b"'),
  )
})

it('a terminated client that goes on talking is not listened to', async () => {
  await using emulator = await startEmulator()
  await using witness = await connect(emulator)
  await using client = await connect(emulator)
  await witness.subscribe('presence-room', { user_id: 'witness' })
  await client.signIn({ id: 'ada' })

  client.socket.pause()
  await post(emulator, '/users/ada/terminate_connections', {})
  void client.subscribe('presence-room', { user_id: 'ada' })
  client.socket.resume()
  await client.closed

  expect(await witness.settle()).toEqual([])
})
