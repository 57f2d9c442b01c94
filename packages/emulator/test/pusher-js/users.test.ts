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

it('pusher-js raises online and offline for its watchlist', async () => {
  await using emulator = await startEmulator()
  using ada = new JsClient(emulator, { id: 'ada', watchlist: ['bob'] })
  const bob = new JsClient(emulator, { id: 'bob' })
  const away = event(ada.pusher.user.watchlist, 'offline')
  ada.pusher.signin()
  expect(await away).toEqual({ name: 'offline', user_ids: ['bob'] })

  const came = event(ada.pusher.user.watchlist, 'online')
  bob.pusher.signin()
  expect(await came).toEqual({ name: 'online', user_ids: ['bob'] })

  const went = event(ada.pusher.user.watchlist, 'offline')
  bob.pusher.disconnect()
  expect(await went).toEqual({ name: 'offline', user_ids: ['bob'] })
})
