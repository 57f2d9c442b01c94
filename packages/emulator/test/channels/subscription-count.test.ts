import { expect, it } from 'vitest'
import { get, ok, post, refused } from '../support/api.ts'
import { connect } from '../support/raw-client.ts'
import { serveApp } from '../support/served-app.ts'

const count = (channel: string, subscription_count: number): object => ({
  event: 'pusher_internal:subscription_count',
  channel,
  data: JSON.stringify({ subscription_count }),
})

it.each(['news', 'private-news', 'cache-news'])(
  'subscribers of %s are told how many they are',
  async (channel) => {
    await using served = await serveApp()
    await using one = await connect(served)
    await using two = await connect(served)
    one.hearsCounts = true
    await one.subscribe(channel)
    await two.subscribe(channel)
    two.send({ event: 'pusher:unsubscribe', data: { channel } })
    await two.settle()

    const heard = await one.settle()

    expect(heard.filter(({ event }) => event !== 'pusher:cache_miss')).toEqual([
      count(channel, 1),
      count(channel, 2),
      count(channel, 1),
    ])
  },
)

it('those of a presence channel are not', async () => {
  await using served = await serveApp()
  await using client = await connect(served)
  client.hearsCounts = true

  await client.subscribe('presence-room', { user_id: 'ada' })

  expect(await client.settle()).toEqual([])
})

it('above 100 the feed and the subscribers are told every 5 seconds', async () => {
  await using served = await serveApp()
  await using clients = new AsyncDisposableStack()
  const first = clients.use(await connect(served))
  await first.subscribe('news')
  for (let id = 2; id <= 103; id++) await clients.use(await connect(served)).subscribe('news')
  first.hearsCounts = true
  served.happenings.length = 0

  served.clock.advance(5_000)

  expect(await first.settle()).toEqual([count('news', 103)])
  expect(served.happenings).toEqual([
    { name: 'subscription_count', channel: 'news', subscription_count: 103 },
  ])
})

it('switched off, nobody is told, and nobody may ask', async () => {
  await using served = await serveApp({ subscriptionCounts: false })
  await using client = await connect(served)
  client.hearsCounts = true
  await client.subscribe('news')

  expect(await client.settle()).toEqual([])
  expect(served.happenings).toEqual([{ name: 'channel_occupied', channel: 'news' }])
  expect(await get(served, '/channels/news', { info: 'subscription_count' })).toEqual(
    refused(
      400,
      'The attribute "subscription_count" is not available: subscriptionCounts is switched off for this app',
    ),
  )
  expect(
    await post(served, '/events', { name: 'e', channel: 'news', data: '', info: 'subscription_count' }),
  ).toEqual(ok('{"channels":{"news":{}}}'))
})
