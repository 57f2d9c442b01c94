import { expect, it } from 'vitest'
import { startReceiver, verify } from './support/receiver.ts'
import { added, count, occupied, removed, start, vacated } from './support/start.ts'

it('only the kinds that are asked for are sent', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, webhooks } = start({ url, events: ['member_added', 'subscription_count'] })

  publish(occupied('presence-a'), added('presence-a', '7'), count('a', 1))
  await webhooks.idle()

  expect(inbox.all.flatMap(verify)).toEqual([added('presence-a', '7'), count('a', 1)])
})

it('only channels with the prefix are told of', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, webhooks } = start({ url, channelPrefix: 'private-' })

  publish(occupied('private-a'), occupied('a-private-'), occupied('privat'))
  await webhooks.idle()

  expect(inbox.all.flatMap(verify)).toEqual([occupied('private-a')])
})

it('both filters go for batches too: the body has only what matches', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, webhooks } = start({
    url,
    batch: true,
    events: ['channel_occupied'],
    channelPrefix: 'presence-',
  })

  publish(occupied('presence-a'), added('presence-a', '7'), occupied('a'), occupied('presence-b'))
  await webhooks.idle()

  expect(inbox.all.map(verify)).toEqual([[occupied('presence-a'), occupied('presence-b')]])
})

it('a return that is not asked for still undoes the departure', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, clock, webhooks } = start({ url, events: ['channel_vacated', 'member_removed'] })

  publish(vacated('a'), removed('presence-a', '7'), occupied('a'), added('presence-a', '7'))
  clock.advance(3_000)
  await webhooks.idle()

  expect(inbox.all).toEqual([])
})

it('a departure that is not asked for is waited for, and not sent', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, clock, webhooks } = start({ url, events: ['channel_occupied'] })

  publish(vacated('a'))
  const idle = webhooks.idle()
  clock.advance(3_000)
  await idle

  expect(inbox.all).toEqual([])
})
