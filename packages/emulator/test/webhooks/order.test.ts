import { expect, it } from 'vitest'
import { startReceiver, startReceiverWith, verify } from './support/receiver.ts'
import { count, occupied, start } from './support/start.ts'

it('a webhook has one event', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, webhooks } = start({ url })

  publish(occupied('a'), occupied('b'))
  await webhooks.idle()

  expect(inbox.all.map(verify)).toEqual([[occupied('a')], [occupied('b')]])
})

it('the next event of a channel waits for the answer to the one before', async () => {
  const { url, inbox } = await startReceiver('nothing')
  const { publish, webhooks } = start({ url })

  publish(count('a', 1), count('a', 2), count('b', 1))
  const first = await inbox.next()
  expect(verify(await inbox.next())).toEqual([count('b', 1)])
  first.response.end()
  await webhooks.idle()

  expect(inbox.all.flatMap(verify)).toEqual([count('a', 1), count('b', 1), count('a', 2)])
})

it('nothing of a channel overtakes an event that is tried again, and other channels go on', async () => {
  const { url, inbox } = await startReceiver(500)
  const { publish, clock, webhooks, deliveries } = start({ url })

  publish(count('a', 1), count('a', 2))
  await deliveries.next()
  publish(count('a', 3), count('b', 1))
  expect(await deliveries.next()).toMatchObject({ events: [count('b', 1)], delivered: true })
  clock.advance(1_000)
  await webhooks.idle()

  expect(inbox.all.flatMap(verify)).toEqual([
    count('a', 1),
    count('b', 1),
    count('a', 1),
    count('a', 2),
    count('a', 3),
  ])
})

it('at most 20 requests are under way', async () => {
  const { url, inbox } = await startReceiverWith(() => 'nothing')
  const { publish } = start({ url })
  const channels = Array.from({ length: 25 }, (_, index) => `c${index}`)

  publish(...channels.map(occupied))
  for (let index = 0; index < 20; index++) await inbox.next()
  expect(inbox.all).toHaveLength(20)
  inbox.all[0]?.response.end()
  await inbox.next()

  expect(inbox.all).toHaveLength(21)
  expect(verify(inbox.all[20] as never)).toEqual([occupied('c20')])
})

it('webhooks that wait for another try do not keep up other channels', async () => {
  const { url, inbox } = await startReceiver(...Array.from({ length: 25 }, () => 500))
  const { publish, deliveries } = start({ url })

  publish(...Array.from({ length: 25 }, (_, index) => occupied(`c${index}`)))
  for (let index = 0; index < 25; index++) await deliveries.next()
  publish(occupied('z'))

  expect(await deliveries.next()).toMatchObject({ events: [occupied('z')], delivered: true })
  expect(inbox.all).toHaveLength(26)
})

it('each URL has an order of its own', async () => {
  const [slow, fast] = [await startReceiver('nothing'), await startReceiver()]
  const { publish } = start({ url: slow.url }, { url: fast.url })

  publish(count('a', 1), count('a', 2))

  expect(verify(await fast.inbox.next())).toEqual([count('a', 1)])
  expect(verify(await fast.inbox.next())).toEqual([count('a', 2)])
  expect(verify(await slow.inbox.next())).toEqual([count('a', 1)])
  expect(slow.inbox.all).toHaveLength(1)
})
