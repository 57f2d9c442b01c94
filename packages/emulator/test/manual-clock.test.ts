import { Pusher } from '@pusherkit/core'
import { createManualClock, type EmulatorOptions, type ManualClock, startEmulator } from '@pusherkit/emulator'
import { event, JsClient } from '@pusherkit/tests-support'
import { describe, expect, it } from 'vitest'
import { connect } from './support/raw-client.ts'
import { startReceiver } from './webhooks/support/receiver.ts'

const APP = { appId: 'app-id', key: 'app-key', secret: 'app-secret' }

async function start(options: EmulatorOptions = {}) {
  const clock: ManualClock = createManualClock()
  const emulator = await startEmulator({ clock, ...options })
  return { clock, emulator, [Symbol.asyncDispose]: emulator.close }
}

describe('by a clock that is turned by hand', () => {
  it('a cached event gets too old', async () => {
    await using started = await start()
    const { clock, emulator } = started
    const pusher = new Pusher(emulator.serverOptions())
    await pusher.trigger('cache-a', 'e', 'kept')

    await clock.advance(590_000)
    const cacheOf = async () => (await pusher.channel('cache-a', { info: ['cache'] })).cache
    expect(await cacheOf()).toEqual({ data: 'kept', ttl: 1_210 })
    await using client = await connect(emulator)
    // The client would not be pinged for ever: it is not there any more when the event is gone.
    await clock.advance(1_210_000)
    await using late = await connect(emulator)
    await late.subscribe('cache-a')

    expect(await late.next()).toMatchObject({ event: 'pusher:cache_miss' })
    expect((await client.closed).code).toBe(4201)
  })

  it('a silent client is pinged, and closed with 4201', async () => {
    await using started = await start({ activityTimeout: 120, pongTimeout: 30 })
    const { clock, emulator } = started
    await using client = await connect(emulator)

    await clock.advance(119_999)
    expect(emulator.connections).toHaveLength(1)
    await clock.advance(1)
    expect(await client.next()).toEqual({ event: 'pusher:ping', data: {} })
    await clock.advance(30_000)

    expect(await client.closed).toMatchObject({ code: 4201 })
    expect(emulator.connections).toEqual([])
  })

  it('a client that answers its pings stays for hours', async () => {
    await using started = await start()
    const { clock, emulator } = started
    using client = new JsClient(emulator)
    await event(client.pusher.connection, 'connected')

    await clock.advance(7_200_000)

    expect(client.pusher.connection.state).toBe('connected')
    expect(emulator.connections).toHaveLength(1)
  })

  it('a webhook is tried again', async () => {
    const { url, inbox } = await startReceiver(500, 500)
    await using started = await start({
      apps: [{ ...APP, webhooks: [{ url, events: ['channel_occupied'] }] }],
    })
    const { clock, emulator } = started
    await using client = await connect(emulator)
    await client.subscribe('a')

    await clock.advance(1_000)
    expect(inbox.all).toHaveLength(2)
    await clock.advance(2_000)

    expect(inbox.all).toHaveLength(3)
    expect(await emulator.waitFor('webhook', { delivery: { delivered: true } })).toMatchObject({
      delivery: { attempt: 3, status: 200 },
    })
  })

  it('channel_vacated is sent after its delay, and not when the client is back', async () => {
    const { url, inbox } = await startReceiver()
    await using started = await start({
      apps: [{ ...APP, webhooks: [{ url, events: ['channel_vacated'] }] }],
    })
    const { clock, emulator } = started
    await using client = await connect(emulator)
    const leave = (channel: string) => client.send({ event: 'pusher:unsubscribe', data: { channel } })
    await client.subscribe('a')
    await client.subscribe('b')
    leave('a')
    leave('b')
    await emulator.waitFor('unsubscription', { channel: 'b' })

    await clock.advance(2_999)
    await client.subscribe('a')
    expect(inbox.all).toEqual([])
    await clock.advance(1)

    const told = inbox.all.map(({ rawBody }) => JSON.parse(String(rawBody)).events)
    expect(told).toEqual([[{ name: 'channel_vacated', channel: 'b' }]])
  })

  it('a signature gets too old after 600 s', async () => {
    await using started = await start()
    const { clock, emulator } = started
    const pusher = new Pusher(emulator.serverOptions())
    await pusher.channels()

    await clock.advance(599_000)
    await pusher.channels()
    await clock.advance(2_000)

    await expect(pusher.channels()).rejects.toMatchObject({ status: 401 })
    expect(emulator.requests.map(({ status }) => status)).toEqual([200, 200, 401])
  })

  it('client events are counted anew in the next second', async () => {
    await using started = await start({ apps: [{ ...APP, limits: { clientEventsPerSecond: 1 } }] })
    const { clock, emulator } = started
    await using client = await connect(emulator)
    await client.subscribe('private-a')
    const say = () => client.send({ event: 'client-a', channel: 'private-a', data: {} })
    say()
    say()
    expect(await client.next()).toMatchObject({ data: { code: 4301 } })

    await clock.advance(1_000)
    say()

    expect(await client.settle()).toEqual([])
  })
})

describe('advance()', () => {
  it('does what is due in order, also what is set on the way', async () => {
    const clock = createManualClock(0)
    const done: [string, number][] = []
    const note = (name: string) => (): unknown => done.push([name, clock.now()])
    clock.schedule(note('late'), 20)
    clock.schedule(() => {
      note('early')()
      clock.schedule(note('between'), 5)
      takeBack()
    }, 10)
    const takeBack = clock.schedule(note('taken back'), 10)

    await clock.advance(30)

    expect(done).toEqual([
      ['early', 10],
      ['between', 15],
      ['late', 20],
    ])
    expect([clock.now(), clock.pending]).toEqual([30, 0])
  })

  it('runs once at a time', async () => {
    const clock = createManualClock(0)
    const done: number[] = []
    clock.schedule(() => done.push(clock.now()), 15)

    await Promise.all([clock.advance(10), clock.advance(10)])

    expect(done).toEqual([15])
    expect(clock.now()).toBe(20)
  })

  it('goes on after an action that threw', async () => {
    const clock = createManualClock(0)
    clock.schedule(() => {
      throw new Error('mine')
    }, 1)

    await expect(clock.advance(1)).rejects.toThrow('mine')
    await clock.advance(9)

    expect(clock.now()).toBe(10)
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, '1'])('refuses %s', async (ms) => {
    await expect(createManualClock().advance(ms as number)).rejects.toThrow(
      /^advance\(\) takes a number of milliseconds from 0 up, but it was given /,
    )
  })

  it('waits a second at most for a receiver that never answers', async () => {
    const { url, inbox } = await startReceiver('nothing')
    await using started = await start({
      apps: [{ ...APP, webhooks: [{ url, events: ['channel_occupied'] }] }],
    })
    const { clock, emulator } = started
    await using client = await connect(emulator)
    await client.subscribe('a')
    await inbox.next()

    await clock.advance(10_000)

    expect(await emulator.waitFor('webhook')).toMatchObject({ delivery: { error: 'no answer within 10 s' } })
  })
})

it('a clock that is none is refused', async () => {
  await expect(startEmulator({ clock: 'manual' as never })).rejects.toThrow(
    'Option clock must be a clock { now, schedule }, such as createManualClock() makes, but it is "manual"',
  )
})
