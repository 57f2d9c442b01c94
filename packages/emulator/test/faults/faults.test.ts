import { Pusher } from '@pusherkit/core'
import { createManualClock, startEmulator } from '@pusherkit/emulator'
import { event, JsClient } from '@pusherkit/tests-support'
import { describe, expect, it } from 'vitest'
import { get, ok, post, refused } from '../support/api.ts'
import { connect } from '../support/raw-client.ts'
import { untilTimers } from '../support/until-timers.ts'

const EVENT = { name: 'e', channel: 'a', data: '1' }

describe('faults.status', () => {
  it('answers instead of the API, so often, and says when to come back', async () => {
    await using emulator = await startEmulator()
    emulator.faults.status(503, { times: 2, retryAfter: 0 })
    const retries: string[] = []
    const pusher = new Pusher({
      ...emulator.serverOptions(),
      hooks: { onRetry: ({ reason }) => retries.push(reason) },
      retry: { baseDelay: 0 },
    })

    await pusher.channels()

    expect(retries).toEqual(['503', '503'])
    expect(emulator.requests.map(({ status }) => status)).toEqual([503, 503, 200])
  })

  it('lets nothing be published', async () => {
    await using emulator = await startEmulator()
    emulator.faults.status(429, { retryAfter: 7, body: 'Slow down' })

    expect(await post(emulator, '/events', EVENT)).toEqual(refused(429, 'Slow down'))
    const response = await fetch(`${emulator.url}/apps/app-id/channels`)
    expect(response.headers.get('retry-after')).toBe('7')
    await expect(emulator.waitFor('event', {}, { timeout: 0 })).rejects.toThrow('there was none at all')
  })

  it('befalls only the method and the path that it is for', async () => {
    await using emulator = await startEmulator()
    emulator.faults.status(500, { method: 'post', path: '/events' })
    emulator.faults.status(501, { path: /\/channels$/g })

    expect((await post(emulator, '/events', EVENT)).status).toBe(500)
    expect((await post(emulator, '/batch_events', { batch: [] })).status).toBe(200)
    expect((await get(emulator, '/channels')).status).toBe(501)
    expect((await get(emulator, '/channels')).status).toBe(501)
    expect((await get(emulator, '/channels/a')).status).toBe(200)
  })

  it('is met in the order given', async () => {
    await using emulator = await startEmulator()
    emulator.faults.status(500, { times: 1 })
    emulator.faults.status(502, { times: 1 })

    expect((await get(emulator, '/channels')).status).toBe(500)
    expect((await get(emulator, '/channels')).status).toBe(502)
    expect((await get(emulator, '/channels')).status).toBe(200)
  })
})

describe('faults.reset', () => {
  it('breaks the connection: a query is repeated', async () => {
    await using emulator = await startEmulator()
    emulator.faults.reset({ times: 1 })
    const pusher = new Pusher({ ...emulator.serverOptions(), retry: { baseDelay: 0 } })

    await pusher.channels()

    expect(emulator.requests).toMatchObject([{ status: 0, answer: '' }, { status: 200 }])
  })

  it.each(['a new', 'a kept-alive'])(
    'and a publish is not, on %s connection: it may have been read',
    async (which) => {
      await using emulator = await startEmulator()
      const pusher = new Pusher({ ...emulator.serverOptions(), retry: { baseDelay: 0 } })
      if (which === 'a kept-alive') await pusher.channels()
      emulator.faults.reset({ times: 1 })

      await expect(pusher.trigger('a', 'e', {})).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })

      expect(emulator.requests.filter(({ method }) => method === 'POST')).toMatchObject([{ status: 0 }])
    },
  )
})

describe('faults.delay', () => {
  it('holds requests by the clock of the emulator, and is met along with others', async () => {
    const clock = createManualClock()
    await using emulator = await startEmulator({ clock })
    emulator.faults.delay(1_000)
    emulator.faults.delay(500, { times: 1 })
    emulator.faults.status(503, { times: 1 })
    const answers: number[] = []
    const held = get(emulator, '/channels').then(({ status }) => answers.push(status))
    // The second delay and the status were met once it is here.
    await untilTimers(clock, 1)

    await clock.advance(1_499)
    expect(answers).toEqual([])
    await clock.advance(1)
    await held

    expect(answers).toEqual([503])
  })

  it('lets a client time out', async () => {
    await using emulator = await startEmulator({ clock: createManualClock() })
    emulator.faults.delay(60_000)
    const pusher = new Pusher({ ...emulator.serverOptions(), timeout: 20, retry: false })

    await expect(pusher.trigger('a', 'e', {})).rejects.toMatchObject({ code: 'ERR_PUSHER_TIMEOUT' })

    expect(emulator.requests).toEqual([])
  })
})

it('faults.clear lets everything go well', async () => {
  await using emulator = await startEmulator()
  emulator.faults.delay(86_400_000)
  emulator.faults.status(503)
  emulator.faults.reset()
  emulator.faults.clear()

  expect(await get(emulator, '/channels')).toEqual(ok('{"channels":{}}'))
})

describe('faults.dropConnections', () => {
  it('breaks connections, and pusher-js comes back', async () => {
    await using emulator = await startEmulator()
    using client = new JsClient(emulator)
    await client.subscribe('a')
    const again = event(client.pusher.connection, 'connected')

    emulator.faults.dropConnections()

    expect(emulator.connections).toEqual([])
    expect(await emulator.waitFor('disconnection')).toMatchObject({
      code: 1006,
      reason: 'Dropped by a fault',
    })
    await again
    expect(await emulator.waitFor('connection', {}, { after: 2 })).toMatchObject({ state: 'opened' })
  })

  it('closes those of one app with a code', async () => {
    const apps = ['one', 'two'].map((name) => ({ appId: name, key: name, secret: `s-${name}` }))
    await using emulator = await startEmulator({ apps })
    await using one = await connect(emulator, 'one')
    await using _two = await connect(emulator, 'two')

    emulator.faults.dropConnections({ appId: 'one', code: 4200 })

    expect(await one.closed).toEqual({ code: 4200, reason: 'Dropped by a fault' })
    expect(emulator.connections).toMatchObject([{ appId: 'two' }])
  })

  it('of no app is an error', async () => {
    await using emulator = await startEmulator()

    expect(() => emulator.faults.dropConnections({ appId: 'x' })).toThrow(
      new RangeError('No app has the id "x"; the ids are app-id'),
    )
  })
})

it.each<[keyof Awaited<ReturnType<typeof startEmulator>>['faults'], unknown[], string]>([
  ['delay', [], 'Option faults.delay must be a whole number from 0 to 86400000, but it is undefined'],
  ['delay', [-1], 'Option faults.delay must be a whole number from 0 to 86400000, but it is -1'],
  ['status', [99], 'Option faults.status must be a whole number from 200 to 599, but it is 99'],
  [
    'status',
    [503, { times: 0 }],
    'Option faults.status.times must be a whole number from 1 to 1000000, but it is 0',
  ],
  [
    'status',
    [503, { retryAfter: 'soon' }],
    'Option faults.status.retryAfter must be a whole number from 0 to 86400',
  ],
  ['status', [503, { body: {} }], 'Option faults.status.body must be a string, but it is {}'],
  [
    'status',
    [503, { tiems: 1 }],
    'Unknown option faults.status.tiems; it takes times, method, path, retryAfter, body',
  ],
  ['reset', [1], 'Option faults.reset must be an object of options, but it is 1'],
  ['reset', [{ method: '' }], 'Option faults.reset.method must be a method such as GET, but it is ""'],
  ['reset', [{ path: 1 }], 'Option faults.reset.path must be the end of a path or a RegExp, but it is 1'],
  ['dropConnections', [{ code: 1006 }], 'Option faults.dropConnections.code must be a close code'],
  ['dropConnections', [{ appId: 1 }], 'Option faults.dropConnections.appId must be a string, but it is 1'],
])('faults.%s(...%j) is refused', async (name, args, message) => {
  await using emulator = await startEmulator()

  const act = (): unknown => Reflect.apply(emulator.faults[name], undefined, args)
  expect(act).toThrow(TypeError)
  expect(act).toThrow(message)
  expect((await get(emulator, '/channels')).status).toBe(200)
})
