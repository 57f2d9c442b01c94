import { Pusher } from '@pusherkit/core'
import { createManualClock, startEmulator } from '@pusherkit/emulator'
import { JsClient } from '@pusherkit/tests-support'
import { expect, it } from 'vitest'
import { get } from './support/api.ts'
import { connect } from './support/raw-client.ts'
import { untilTimers } from './support/until-timers.ts'
import { startReceiver } from './webhooks/support/receiver.ts'

const APP = { appId: 'app-id', key: 'app-key', secret: 'app-secret' }

it('reset() forgets clients, channels, cached events, requests and faults, and the port goes on', async () => {
  await using emulator = await startEmulator()
  const pusher = new Pusher(emulator.serverOptions())
  await using client = await connect(emulator)
  await client.subscribe('presence-room', { user_id: 'ada' })
  await pusher.trigger('cache-a', 'e', 'kept')
  emulator.faults.status(503)

  await emulator.reset()

  expect(await client.closed).toEqual({ code: 4009, reason: 'The emulator was reset' })
  expect(emulator.connections).toEqual([])
  expect(emulator.requests).toEqual([])
  expect(await pusher.channels()).toEqual({ channels: {} })
  expect(await pusher.channel('cache-a', { info: ['cache'] })).toEqual({ occupied: false, cache: null })
  await using next = await connect(emulator)
  expect(emulator.connections).toMatchObject([{ socketId: next.socketId }])
  expect(await emulator.waitFor('connection')).toMatchObject({ socketId: next.socketId })
})

it('pusher-js does not come back into the next test', async () => {
  await using emulator = await startEmulator()
  using client = new JsClient(emulator)
  await client.subscribe('a')
  const states: string[] = []
  client.pusher.connection.bind('state_change', ({ current }: { current: string }) => states.push(current))

  await emulator.reset()
  await connect(emulator).then((other) => other[Symbol.asyncDispose]())

  expect(states).toEqual(['disconnected'])
})

it('no webhook and no timer is left behind, and new webhooks are sent', async () => {
  const { url, inbox } = await startReceiver(500)
  const clock = createManualClock()
  await using emulator = await startEmulator({ clock, apps: [{ ...APP, webhooks: [{ url }] }] })
  const client = await connect(emulator)
  await client.subscribe('presence-room', { user_id: 'ada' })
  client.send({ event: 'pusher:unsubscribe', data: { channel: 'presence-room' } })
  await emulator.waitFor('webhook', { delivery: { willRetryIn: (ms) => ms !== undefined } })
  emulator.faults.delay(60_000)
  const timers = clock.pending
  const held = get(emulator, '/channels').catch((error: unknown) => error)
  await untilTimers(clock, timers + 1)

  await emulator.reset()
  const before = inbox.all.length
  expect(await held).toBeInstanceOf(Error)
  expect(emulator.requests).toEqual([])
  expect(clock.pending).toBe(0)
  await clock.advance(400_000)
  expect(inbox.all).toHaveLength(before)

  await using next = await connect(emulator)
  await next.subscribe('b')
  expect(await emulator.waitFor('webhook')).toMatchObject({
    delivery: { delivered: true, events: [{ name: 'channel_occupied', channel: 'b' }] },
  })
})

it('a publish that is held then is not sent once more by its client', async () => {
  const clock = createManualClock()
  await using emulator = await startEmulator({ clock })
  const pusher = new Pusher(emulator.serverOptions())
  // Its connection is kept alive, and used again.
  await pusher.channels()
  emulator.faults.delay(60_000)
  const timers = clock.pending
  const held = expect(pusher.trigger('a', 'e', {})).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
  await untilTimers(clock, timers + 1)

  await emulator.reset()
  await held

  expect(emulator.requests).toEqual([])
})

it('an emulator that was closed cannot be reset', async () => {
  const emulator = await startEmulator()
  await emulator.close()

  await expect(emulator.reset()).rejects.toThrow(
    'The emulator was closed and cannot be reset; start another one',
  )
})

it('ten emulators in one process share nothing', async () => {
  const emulators = await Promise.all(Array.from({ length: 10 }, () => startEmulator()))
  const [first, ...others] = emulators
  const pushers = emulators.map((emulator) => new Pusher(emulator.serverOptions()))
  const clients = await Promise.all(emulators.map((emulator) => connect(emulator)))
  await Promise.all(clients.map((client) => client.subscribe('a')))

  await Promise.all(pushers.map((pusher, index) => pusher.trigger('a', `event-${index}`, {})))
  first?.faults.status(503)
  await first?.reset()

  for (const [index, emulator] of [...others.entries()]) {
    expect(emulator.requests).toMatchObject([{ json: { name: `event-${index + 1}` } }])
    expect(emulator.connections).toHaveLength(1)
    expect(await emulator.waitFor('event')).toMatchObject({ event: `event-${index + 1}`, recipients: 1 })
  }
  expect(first?.requests).toEqual([])
  expect(new Set(emulators.map(({ port }) => port)).size).toBe(10)
  await Promise.all(emulators.map((emulator) => emulator.close()))
})
