import { startEmulator } from '@pusherkit/emulator'
import { event, JsClient } from '@pusherkit/tests-support'
import { expect, it } from 'vitest'
import { post } from '../support/api.ts'

it('pusher-js signs in and receives an event sent to its user', async () => {
  await using emulator = await startEmulator()
  using client = new JsClient(emulator, { id: 'ada' })
  const signedIn = event(client.pusher.connection, 'message')
  client.pusher.signin()
  await signedIn
  const received = event(client.pusher.user, 'greeting')

  await post(emulator, '/events', {
    name: 'greeting',
    channels: ['#server-to-user-ada'],
    data: '{"hello":"ada"}',
  })

  expect(await received).toEqual({ hello: 'ada' })
})

it('pusher-js stays away after its connections were terminated', async () => {
  await using emulator = await startEmulator()
  using client = new JsClient(emulator, { id: 'ada' })
  client.pusher.signin()
  await event(client.pusher.connection, 'message')
  const disconnected = event(client.pusher.connection, 'disconnected')

  await post(emulator, '/users/ada/terminate_connections', {})
  await disconnected

  expect(client.pusher.connection.state).toBe('disconnected')
})
