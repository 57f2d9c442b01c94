import { Pusher } from '@pusherkit/core'
import { startEmulator } from '@pusherkit/emulator'
import { JsClient } from '@pusherkit/tests-support'
import { describe, expect, it } from 'vitest'
import { connect } from '../support/raw-client.ts'
import { startReceiver } from '../webhooks/support/receiver.ts'

describe('waitFor gives', () => {
  it('what is still to come', async () => {
    await using emulator = await startEmulator()
    const pusher = new Pusher(emulator.serverOptions())
    const coming = emulator.waitFor('event', { channel: 'a', data: { hello: 'world' } })

    await pusher.trigger('a', 'e', { hello: 'nobody' })
    await pusher.trigger('a', 'e', { hello: 'world', more: 1 })

    expect(await coming).toMatchObject({ event: 'e', json: { hello: 'world', more: 1 }, recipients: 0 })
  })

  it('what was already there, the first of it', async () => {
    await using emulator = await startEmulator()
    const pusher = new Pusher(emulator.serverOptions())
    await pusher.trigger('a', 'first', {})
    await pusher.trigger('a', 'second', {})

    expect(await emulator.waitFor('event')).toMatchObject({ event: 'first' })
  })

  it('what comes after an entry, or after now', async () => {
    await using emulator = await startEmulator()
    const pusher = new Pusher(emulator.serverOptions())
    await pusher.trigger('a', 'first', {})
    await pusher.trigger('a', 'second', {})
    const { seq } = await emulator.waitFor('event')
    const third = emulator.waitFor('event', undefined, { after: 'now' })
    await pusher.trigger('a', 'third', {})

    expect(await emulator.waitFor('event', {}, { after: seq })).toMatchObject({ event: 'second' })
    expect(await third).toMatchObject({ event: 'third' })
  })

  it('each kind of thing', async () => {
    const { url } = await startReceiver()
    const app = { appId: 'app-id', key: 'app-key', secret: 'app-secret', webhooks: [{ url }] }
    await using emulator = await startEmulator({ apps: [app] })
    const { waitFor } = emulator
    using client = new JsClient(emulator, { id: 'ada' })

    const { socketId } = await waitFor('connection')
    client.pusher.signin()
    await client.subscribe('presence-room')
    expect(await waitFor('signin', { userId: 'ada' })).toMatchObject({ socketId })
    expect(await waitFor('subscription', { channel: /^presence-/ })).toMatchObject({ userId: 'ada' })
    client.pusher.send_event('client-typing', { at: 5 }, 'presence-room')
    expect(await waitFor('client_event', { data: { at: 5 } })).toMatchObject({ json: { at: 5 }, socketId })
    client.pusher.send_event('client-typing', {}, 'private-other')
    expect(await waitFor('error', { code: 4301 })).toMatchObject({ socketId })
    const named = (name: string) => (entry: { delivery: { events: readonly { name: string }[] } }) =>
      entry.delivery.events.some((event) => event.name === name)
    expect(await waitFor('webhook', named('member_added'))).toMatchObject({ delivery: { status: 200 } })
    await new Pusher(emulator.serverOptions()).trigger('a', 'e', { hello: 'world' })
    expect(await waitFor('request', { json: { channels: ['a'] } })).toMatchObject({ status: 200 })
    client.pusher.unsubscribe('presence-room')
    expect(await waitFor('unsubscription')).toMatchObject({ channel: 'presence-room', socketId })
    client.pusher.disconnect()
    expect(await waitFor('disconnection', { socketId })).toMatchObject({ state: 'closed' })
  })
})

describe('waitFor gives up', () => {
  it('after the time-out, and says what there was instead', async () => {
    await using emulator = await startEmulator()
    await new Pusher(emulator.serverOptions()).trigger('b', 'e', { hello: 'world' })

    await expect(emulator.waitFor('event', { channel: 'a' }, { timeout: 1 })).rejects.toThrow(
      /^No event like \{ channel: 'a' \} within 1 ms; of this kind there were 1, the last of them:\n {2}\{[\s\S]*channel: 'b'/,
    )
    await expect(emulator.waitFor('signin', undefined, { timeout: 1 })).rejects.toThrow(
      'No signin within 1 ms; there was none at all',
    )
  })

  it('when the signal is aborted', async () => {
    await using emulator = await startEmulator()
    const controller = new AbortController()
    const waiting = emulator.waitFor('event', {}, { signal: controller.signal })
    controller.abort(new Error('enough'))

    await expect(waiting).rejects.toThrow('enough')
    await expect(emulator.waitFor('event', {}, { signal: controller.signal })).rejects.toThrow('enough')
  })

  it('when the emulator is reset or closed', async () => {
    const emulator = await startEmulator()
    const reset = expect(emulator.waitFor('event', { channel: 'a' })).rejects.toThrow(
      "The emulator was reset while a test waited for event like { channel: 'a' }",
    )
    await emulator.reset()
    await reset
    const closed = expect(emulator.waitFor('signin')).rejects.toThrow(
      'The emulator was closed while a test waited for signin',
    )
    await emulator.close()
    await closed
    await expect(emulator.waitFor('signin')).rejects.toThrow(
      'The emulator was closed, and there was no signin',
    )
  })

  it('when a function of the test throws', async () => {
    await using emulator = await startEmulator()
    const waiting = emulator.waitFor('connection', () => {
      throw new Error('mine')
    })
    const failed = expect(waiting).rejects.toThrow('mine')
    await using _client = await connect(emulator)

    await failed
  })

  it.each([
    [['evnt'], 'waitFor() waits for one of event, client_event'],
    [['event', {}, 5], 'Option waitFor must be an object of options, but it is 5'],
    [['event', {}, { timeOut: 5 }], 'Unknown option waitFor.timeOut; it takes timeout, after, signal'],
    [
      ['event', {}, { timeout: -1 }],
      'Option waitFor.timeout must be milliseconds from 0 to 86400000, but it is -1',
    ],
    [
      ['event', {}, { after: 'then' }],
      `Option waitFor.after must be the seq of an entry, or 'now', but it is "then"`,
    ],
    [['event', {}, { signal: 1 }], 'Option waitFor.signal must be an AbortSignal, but it is 1'],
  ])('when it is given %j', async (args, message) => {
    await using emulator = await startEmulator()
    const { waitFor } = emulator
    await expect(Reflect.apply(waitFor, undefined, args)).rejects.toThrow(message)
  })
})

it('journalLimit is how much is remembered', async () => {
  await using emulator = await startEmulator({ journalLimit: 2 })
  const pusher = new Pusher(emulator.serverOptions())

  await pusher.channels()
  await pusher.channel('a')
  await pusher.channel('b')

  expect(emulator.requests.map(({ path }) => path)).toEqual([
    '/apps/app-id/channels/a',
    '/apps/app-id/channels/b',
  ])
  await expect(startEmulator({ journalLimit: 0 })).rejects.toThrow(
    'Option journalLimit must be a whole number from 1 to 1000000, but it is 0',
  )
})

it('requests and connections are lists to compare', async () => {
  await using emulator = await startEmulator()
  const pusher = new Pusher(emulator.serverOptions())
  using client = new JsClient(emulator)
  await client.subscribe('presence-room')

  await pusher.trigger('a', 'e', { hello: 'world' })
  await expect(new Pusher({ ...emulator.serverOptions(), secret: 'x' }).channels()).rejects.toThrow()

  expect(emulator.requests).toMatchObject([
    { method: 'POST', path: '/apps/app-id/events', json: { name: 'e', channels: ['a'] }, status: 200 },
    { method: 'GET', path: '/apps/app-id/channels', json: undefined, status: 401 },
  ])
  expect(emulator.connections).toEqual([
    { appId: 'app-id', socketId: client.socketId, userId: undefined, channels: ['presence-room'] },
  ])
  client.pusher.disconnect()
  await emulator.waitFor('disconnection')
  expect(emulator.connections).toEqual([])
})
