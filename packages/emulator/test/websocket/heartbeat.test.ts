import { once } from 'node:events'
import { startEmulator } from '@pusherkit/emulator'
import { event, JsClient } from '@pusherkit/tests-support'
import { expect, it } from 'vitest'
import { connect, dial } from '../support/raw-client.ts'

it('the activity timeout is what clients are told', async () => {
  await using emulator = await startEmulator({ activityTimeout: 30 })
  await using client = dial(emulator, '/app/app-key?protocol=7')

  expect((await client.next()).data).toContain('"activity_timeout":30}')
})

it('a silent connection is pinged, and closed with 4201 when no pong comes', async () => {
  await using emulator = await startEmulator({ activityTimeout: 0.02, pongTimeout: 0.02 })
  await using client = await connect(emulator)

  expect(await client.next()).toEqual({ event: 'pusher:ping', data: {} })
  expect(await client.next()).toEqual({
    event: 'pusher:error',
    data: { message: 'Pong reply not received', code: 4201 },
  })
  expect(await client.closed).toEqual({ code: 4201, reason: 'Pong reply not received' })
})

it('a pong keeps the connection, until the next silence', async () => {
  await using emulator = await startEmulator({ activityTimeout: 0.02, pongTimeout: 60 })
  await using client = await connect(emulator)
  await client.next()

  client.send({ event: 'pusher:pong', data: {} })

  expect(await client.next()).toEqual({ event: 'pusher:ping', data: {} })
})

it('a WebSocket ping is a sign of life too', async () => {
  await using emulator = await startEmulator({ activityTimeout: 0.02, pongTimeout: 60 })
  await using client = await connect(emulator)
  await client.next()

  client.socket.ping()
  await once(client.socket, 'pong')

  expect(await client.next()).toEqual({ event: 'pusher:ping', data: {} })
})

it('pusher-js answers the ping', async () => {
  await using emulator = await startEmulator({ activityTimeout: 0.05, pongTimeout: 10 })
  using client = new JsClient(emulator)
  await event(client.pusher.connection, 'connected')
  let pings = 0

  await new Promise<void>((resolve) => {
    client.pusher.connection.bind('message', ({ event: name }: { event: string }) => {
      if (name === 'pusher:ping') pings++
      if (pings === 2) resolve()
    })
  })

  expect(client.pusher.connection.state).toBe('connected')
})
