import { describe, expect, it } from 'vitest'
import { call, get, ok, post, refused } from '../support/api.ts'
import { connect, dial } from '../support/raw-client.ts'
import { serveApp } from '../support/served-app.ts'

describe('a disabled app', () => {
  it('closes clients with 4003', async () => {
    await using served = await serveApp({ enabled: false })
    await using client = dial(served, '/app/app-key?protocol=7')

    expect(await client.next()).toEqual({
      event: 'pusher:error',
      data: { message: 'The app is disabled', code: 4003 },
    })
    expect(await client.closed).toEqual({ code: 4003, reason: 'The app is disabled' })
  })

  it('answers 403, to those who know its secret', async () => {
    await using served = await serveApp({ enabled: false })

    expect(await get(served, '/channels')).toEqual(refused(403, 'The app is disabled'))
    expect(await post(served, '/events', { name: 'e', channel: 'a', data: '' })).toEqual(
      refused(403, 'The app is disabled'),
    )
    expect((await call(served, { method: 'GET', path: '/apps/app-id/channels', secret: 'no' })).status).toBe(
      401,
    )
  })
})

describe('maxConnections', () => {
  it('closes the next client with 4004, until another one is gone', async () => {
    await using served = await serveApp({ maxConnections: 1 })
    const first = await connect(served)
    await using second = dial(served, '/app/app-key?protocol=7')

    const message = 'The app is over its connection quota: 1 may be open'
    expect(await second.next()).toEqual({ event: 'pusher:error', data: { message, code: 4004 } })
    expect(await second.closed).toEqual({ code: 4004, reason: message })

    await first.subscribe('news')
    const gone = served.next('channel_vacated')
    first.socket.close()
    await gone
    await using third = await connect(served)
    expect(await third.settle()).toEqual([])
  })

  it('may be 0', async () => {
    await using served = await serveApp({ maxConnections: 0 })
    await using client = dial(served, '/app/app-key?protocol=7')

    expect((await client.closed).code).toBe(4004)
  })
})

describe('userAuthentication', () => {
  const message = 'Connection not authorized within timeout'

  it('closes a client that proves nothing within 30 seconds', async () => {
    await using served = await serveApp({ userAuthentication: true })
    await using client = await connect(served)
    await client.subscribe('news')
    served.clock.advance(29_999)
    expect(await client.settle()).toEqual([])

    served.clock.advance(1)

    expect(await client.next()).toEqual({ event: 'pusher:error', data: { message, code: 4009 } })
    expect(await client.closed).toEqual({ code: 4009, reason: message })
  })

  it('in the time that the app gives', async () => {
    await using served = await serveApp({ userAuthentication: true, userAuthenticationTimeout: 0.5 })
    await using client = await connect(served)

    served.clock.advance(500)

    expect((await client.closed).code).toBe(4009)
  })

  it.each(['private-room', 'presence-room', 'private-cache-room'])(
    'is content with a subscription to %s',
    async (name) => {
      await using served = await serveApp({ userAuthentication: true })
      await using client = await connect(served)
      await client.subscribe(name, name.startsWith('presence-') ? { user_id: 'ada' } : undefined)
      client.send({ event: 'pusher:unsubscribe', data: { channel: name } })
      await client.settle()

      served.clock.advance(60_000)

      expect(await client.settle()).toEqual([])
    },
  )

  it('is content with a sign-in', async () => {
    await using served = await serveApp({ userAuthentication: true })
    await using client = await connect(served)
    await client.signIn({ id: 'ada' })

    served.clock.advance(60_000)

    expect(await client.settle()).toEqual([])
  })

  it('is not content with a refused subscription', async () => {
    await using served = await serveApp({ userAuthentication: true })
    await using client = await connect(served)
    client.send({ event: 'pusher:subscribe', data: { channel: 'private-room', auth: 'app-key:no' } })
    await client.settle()

    served.clock.advance(30_000)

    expect((await client.closed).code).toBe(4009)
  })

  it('sets no timer when it is off, and none is left when the client is gone', async () => {
    await using off = await serveApp()
    await using _client = await connect(off)
    await using on = await serveApp({ userAuthentication: true })
    const gone = await connect(on)
    await gone.subscribe('news')
    // One is the heartbeat's.
    expect([off.clock.pending, on.clock.pending]).toEqual([1, 2])
    const left = on.next('channel_vacated')
    gone.socket.close()
    await left

    expect(on.clock.pending).toBe(0)
  })
})

describe('limits', () => {
  it('eventDataBytes', async () => {
    await using served = await serveApp({ limits: { eventDataBytes: 3 } })
    await using client = await connect(served)
    await client.subscribe('private-a')

    expect(await post(served, '/events', { name: 'e', channel: 'a', data: 'é1' })).toEqual(ok('{}'))
    expect((await post(served, '/events', { name: 'e', channel: 'a', data: 'é12' })).body).toMatch(
      /^The data content of this event exceeds the allowed maximum \(3 bytes\)/,
    )
    expect((await client.ask({ event: 'client-e', channel: 'private-a', data: 'é12' })).data).toEqual({
      message: 'Client event rejected: data has 4 bytes, and 3 are allowed',
      code: 4301,
    })
  })

  it('eventDataBytes may be more than the protocol allows', async () => {
    await using served = await serveApp({ limits: { eventDataBytes: 100_000 } })
    await using client = await connect(served)
    await client.subscribe('a')

    await post(served, '/events', { name: 'e', channel: 'a', data: 'x'.repeat(100_000) })

    expect((await client.next()).data).toHaveLength(100_000)
  })

  it('channelsPerTrigger', async () => {
    await using served = await serveApp({ limits: { channelsPerTrigger: 1 } })

    expect(await post(served, '/events', { name: 'e', channels: ['a', 'b'], data: '' })).toEqual(
      refused(400, 'An event may go to 1 channels, but 2 were given'),
    )
  })

  it('eventsPerBatch', async () => {
    await using served = await serveApp({ limits: { eventsPerBatch: 11 } })
    const event = { name: 'e', channel: 'a', data: '' }

    expect(await post(served, '/batch_events', { batch: Array(11).fill(event) })).toEqual(ok('{}'))
    expect(await post(served, '/batch_events', { batch: Array(12).fill(event) })).toEqual(
      refused(400, 'A batch may have 11 events, but 12 were given'),
    )
  })

  it('presenceMembers', async () => {
    await using served = await serveApp({ limits: { presenceMembers: 1 } })
    await using ada = await connect(served)
    await using bob = await connect(served)
    await ada.subscribe('presence-room', { user_id: 'ada' })

    await bob.subscribe('presence-room', { user_id: 'bob' })

    const error = 'presence-room is full: it may have 1 members'
    expect(await bob.settle()).toEqual([
      {
        event: 'pusher:subscription_error',
        channel: 'presence-room',
        data: { type: 'AuthError', error, status: 401 },
      },
    ])
  })

  it('presenceDataBytes', async () => {
    await using served = await serveApp({ limits: { presenceDataBytes: 20 } })
    await using client = await connect(served)

    expect((await client.subscribe('presence-room', { user_id: 'lovelace' })).data).toEqual({
      message: 'Invalid channel_data: it may have 20 bytes at most',
    })
  })

  it('clientEventsPerSecond', async () => {
    await using served = await serveApp({ limits: { clientEventsPerSecond: 1 } })
    await using client = await connect(served)
    await client.subscribe('private-a')
    const frame = { event: 'client-e', channel: 'private-a', data: '' }
    client.send(frame)

    expect((await client.ask(frame)).data).toEqual({
      message: 'Client event rejected: a connection may send 1 a second',
      code: 4301,
    })
  })

  it('channelNameLength', async () => {
    await using served = await serveApp({ limits: { channelNameLength: 3 } })
    await using client = await connect(served)

    expect((await client.subscribe('abcd')).data).toEqual({
      message: 'Invalid channel name "abcd": it must be 1 to 3 of A-Z a-z 0-9 _ - = @ , . ;',
    })
    expect((await get(served, '/channels/abcd')).status).toBe(400)
    expect((await post(served, '/events', { name: 'e', channel: 'abcd', data: '' })).status).toBe(400)
  })
})
