import { describe, expect, it } from 'vitest'
import { post } from '../support/api.ts'
import { connect } from '../support/raw-client.ts'
import { serveApp } from '../support/served-app.ts'

const leave = (channel: string): object => ({ event: 'pusher:unsubscribe', data: { channel } })

describe('the feed tells', () => {
  it('when a channel is occupied and vacated, and how many there are in between', async () => {
    await using served = await serveApp()
    await using one = await connect(served)
    await using two = await connect(served)
    await one.subscribe('news')
    await two.subscribe('news')

    one.send(leave('news'))
    await one.settle()
    two.send(leave('news'))
    await two.settle()

    expect(served.happenings).toEqual([
      { name: 'channel_occupied', channel: 'news' },
      { name: 'subscription_count', channel: 'news', subscription_count: 1 },
      { name: 'subscription_count', channel: 'news', subscription_count: 2 },
      { name: 'subscription_count', channel: 'news', subscription_count: 1 },
      { name: 'subscription_count', channel: 'news', subscription_count: 0 },
      { name: 'channel_vacated', channel: 'news' },
    ])
  })

  it('when a user comes and goes, once and not with each connection', async () => {
    await using served = await serveApp()
    await using phone = await connect(served)
    const laptop = await connect(served)
    await phone.subscribe('presence-room', { user_id: 7 })
    await laptop.subscribe('presence-room', { user_id: 7 })

    phone.send(leave('presence-room'))
    await phone.settle()
    expect(served.happenings).toHaveLength(2)
    const gone = served.next('channel_vacated')
    laptop.socket.terminate()
    await gone

    expect(served.happenings).toEqual([
      { name: 'channel_occupied', channel: 'presence-room' },
      { name: 'member_added', channel: 'presence-room', user_id: '7' },
      { name: 'member_removed', channel: 'presence-room', user_id: '7' },
      { name: 'channel_vacated', channel: 'presence-room' },
    ])
  })

  it('what clients publish, and who did on a presence channel', async () => {
    await using served = await serveApp({ subscriptionCounts: false })
    await using client = await connect(served)
    await client.subscribe('private-room')
    await client.subscribe('presence-room', { user_id: 'ada' })
    served.happenings.length = 0

    client.send({ event: 'client-a', channel: 'private-room', data: { at: 5 } })
    client.send({ event: 'client-b', channel: 'presence-room', data: 'text' })
    client.send({ event: 'client-c', channel: 'private-other', data: 'refused' })
    await client.settle()

    const { socketId: socket_id } = client
    expect(served.happenings).toEqual([
      { name: 'client_event', channel: 'private-room', event: 'client-a', data: '{"at":5}', socket_id },
      {
        name: 'client_event',
        channel: 'presence-room',
        event: 'client-b',
        data: 'text',
        socket_id,
        user_id: 'ada',
      },
    ])
  })

  it('that a cache is empty: the first who finds it so, until it was filled', async () => {
    await using served = await serveApp({ subscriptionCounts: false })
    await using one = await connect(served)
    await using two = await connect(served)
    await using three = await connect(served)
    const MISS = { name: 'cache_miss', channel: 'cache-a' }

    await one.subscribe('cache-a')
    await two.subscribe('cache-a')
    expect(served.happenings).toEqual([{ name: 'channel_occupied', channel: 'cache-a' }, MISS])

    await post(served, '/events', { name: 'e', channel: 'cache-a', data: '1' })
    served.clock.advance(1_800_000)
    await three.subscribe('cache-a')
    expect(served.happenings.slice(2)).toEqual([MISS])
  })

  it('nothing of events that the application server publishes', async () => {
    await using served = await serveApp()

    await post(served, '/events', { name: 'e', channels: ['a', 'cache-b'], data: '1' })

    expect(served.happenings).toEqual([])
  })
})
