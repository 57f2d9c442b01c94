import { expect, it } from 'vitest'
import { call, ok, refused } from '../support/api.ts'
import { connect } from '../support/raw-client.ts'
import { serveApp } from '../support/served-app.ts'

const EVENTS = { method: 'POST', path: '/apps/app-id/events' } as const

it('an event may come in the query, its channels as a list', async () => {
  await using served = await serveApp()
  await using sender = await connect(served)
  await using receiver = await connect(served)
  for (const client of [sender, receiver]) {
    await client.subscribe('a')
    await client.subscribe('b')
  }
  const query = {
    name: 'e',
    data: 'a & b = "ü"',
    channels: ['a', 'b'],
    socket_id: sender.socketId,
    info: 'subscription_count',
  }

  expect(await call(served, { ...EVENTS, query })).toEqual(
    ok('{"channels":{"a":{"subscription_count":2},"b":{"subscription_count":2}}}'),
  )
  expect(await sender.settle()).toEqual([])
  expect(await receiver.settle()).toEqual([
    { event: 'e', channel: 'a', data: 'a & b = "ü"' },
    { event: 'e', channel: 'b', data: 'a & b = "ü"' },
  ])
})

it('what the body says counts', async () => {
  await using served = await serveApp()
  await using receiver = await connect(served)
  await receiver.subscribe('a')

  await call(served, {
    ...EVENTS,
    query: { name: 'query', channel: 'a' },
    body: '{"name":"body","data":"d"}',
  })

  expect(await receiver.settle()).toEqual([{ event: 'body', channel: 'a', data: 'd' }])
})

it.each([
  [
    'one that nobody knows',
    { name: 'e', extra: '1' },
    'The following query string parameters are extraneous: extra',
  ],
  [
    'channels that are no list',
    { name: 'e', data: '', channels: 'a' },
    'channels must be a list of 1 to 100 channel names',
  ],
  [
    'a list of names',
    { name: ['e'], data: '', channel: 'a' },
    'Invalid event name ["e"]: it must be a string of 1 to 200 characters',
  ],
])('%s is refused', async (_what, query, message) => {
  await using served = await serveApp()

  expect(await call(served, { ...EVENTS, query })).toEqual(refused(400, message))
})

it('a batch has its parameters in the body only', async () => {
  await using served = await serveApp()
  const path = '/apps/app-id/batch_events'

  expect(
    await call(served, { method: 'POST', path, query: { batch: ['{}'] }, body: '{"batch":[]}' }),
  ).toEqual(refused(400, 'The following query string parameters are extraneous: batch'))
})
