import { expect, it } from 'vitest'
import { get, ok, post, refused } from '../support/api.ts'
import { connect } from '../support/raw-client.ts'
import { serveApp } from '../support/served-app.ts'

const ADA = { user_id: 'ada' }

it.each(['cache-a', 'private-cache-a', 'private-encrypted-cache-a', 'presence-cache-a'])(
  'a newcomer on %s gets the last event first, or hears that there is none',
  async (channel) => {
    await using served = await serveApp()
    await using early = await connect(served)
    await using late = await connect(served)
    const member = channel.startsWith('presence-') ? ADA : undefined

    expect((await early.subscribe(channel, member)).event).toBe('pusher_internal:subscription_succeeded')
    expect(await early.next()).toEqual({ event: 'pusher:cache_miss', channel })
    for (const data of ['1', '2']) await post(served, '/events', { name: 'e', channel, data })
    expect((await late.subscribe(channel, member)).event).toBe('pusher_internal:subscription_succeeded')
    expect(await late.settle()).toEqual([{ event: 'e', channel, data: '2' }])
    expect(await early.settle()).toEqual([
      { event: 'e', channel, data: '1' },
      { event: 'e', channel, data: '2' },
    ])
  },
)

it('the event comes before the count', async () => {
  await using served = await serveApp()
  await using client = await connect(served)
  client.hearsCounts = true
  await post(served, '/events', { name: 'e', channel: 'cache-a', data: '1' })

  await client.subscribe('cache-a')

  expect((await client.settle()).map(({ event }) => event)).toEqual([
    'e',
    'pusher_internal:subscription_count',
  ])
})

it('an event is kept while nobody is there, and from a batch too, and for the one it was not meant for', async () => {
  await using served = await serveApp()
  await using client = await connect(served)
  const batch = [{ name: 'e', channel: 'cache-a', data: '1', socket_id: client.socketId }]
  await post(served, '/batch_events', { batch })

  await client.subscribe('cache-a')

  expect(await client.settle()).toEqual([{ event: 'e', channel: 'cache-a', data: '1' }])
})

it('client events are delivered and not kept', async () => {
  await using served = await serveApp()
  await using sender = await connect(served)
  await using late = await connect(served)
  await sender.subscribe('private-cache-a')
  sender.send({ event: 'client-e', channel: 'private-cache-a', data: '1' })
  await sender.settle()

  await late.subscribe('private-cache-a')

  expect(await late.settle()).toEqual([{ event: 'pusher:cache_miss', channel: 'private-cache-a' }])
})

it('after 30 minutes it is gone', async () => {
  await using served = await serveApp()
  await using client = await connect(served)
  await post(served, '/events', { name: 'e', channel: 'cache-a', data: '1' })
  served.clock.advance(1_800_000)

  await client.subscribe('cache-a')

  expect(await client.settle()).toEqual([{ event: 'pusher:cache_miss', channel: 'cache-a' }])
})

it('other channels keep nothing, whatever their name', async () => {
  await using served = await serveApp()
  await using client = await connect(served)
  await post(served, '/events', { name: 'e', channel: 'my-cache-a', data: '1' })

  await client.subscribe('my-cache-a')

  expect(await client.settle()).toEqual([])
})

it('info=cache answers the data and the seconds that it is kept for', async () => {
  await using served = await serveApp()
  expect(await get(served, '/channels/cache-a', { info: 'cache' })).toEqual(
    ok('{"occupied":false,"cache":null}'),
  )

  await post(served, '/events', { name: 'e', channel: 'cache-a', data: '{"at":5}' })
  served.clock.advance(1_000)

  expect(await get(served, '/channels/cache-a', { info: 'cache,subscription_count' })).toEqual(
    ok('{"occupied":false,"cache":{"data":"{\\"at\\":5}","ttl":1799},"subscription_count":0}'),
  )
})

it('info=cache is refused when an event is published', async () => {
  await using served = await serveApp()

  expect(await post(served, '/events', { name: 'e', channel: 'cache-a', data: '', info: 'cache' })).toEqual(
    refused(400, 'The attribute "cache" is not available; info knows user_count, subscription_count'),
  )
})
