import { expect, it } from 'vitest'
import { startReceiver, verify } from './support/receiver.ts'
import { added, count, occupied, start } from './support/start.ts'

it('what happens at once goes together, in the order in which it happened', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, webhooks } = start({ url, batch: true })
  const happenings = [occupied('presence-a'), occupied('b'), added('presence-a', '7')]

  publish(...happenings)
  await webhooks.idle()

  expect(inbox.all.map(verify)).toEqual([happenings])
})

it('what waited for an earlier webhook goes together', async () => {
  const { url, inbox } = await startReceiver('nothing')
  const { publish, webhooks } = start({ url, batch: true })

  publish(count('a', 1))
  const first = await inbox.next()
  publish(count('a', 2))
  publish(count('a', 3))
  first.response.end()
  await webhooks.idle()

  expect(inbox.all.map(verify)).toEqual([[count('a', 1)], [count('a', 2), count('a', 3)]])
})

it('at most 10 events go together', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, webhooks } = start({ url, batch: true })

  publish(...Array.from({ length: 23 }, (_, index) => count('a', index)))
  await webhooks.idle()

  expect(inbox.all.map((received) => verify(received).length)).toEqual([10, 10, 3])
  expect(inbox.all.flatMap(verify)).toEqual(Array.from({ length: 23 }, (_, index) => count('a', index)))
})

it('a batch that is tried again holds up its channels only, and comes again as it was', async () => {
  const { url, inbox } = await startReceiver(500)
  const { publish, clock, webhooks, deliveries } = start({ url, batch: true })

  publish(count('a', 1), count('b', 1))
  await deliveries.next()
  publish(count('a', 2), count('c', 1))
  expect(await deliveries.next()).toMatchObject({ events: [count('c', 1)], delivered: true })
  clock.advance(1_000)
  await webhooks.idle()

  const [first, , again, last] = inbox.all
  expect(again?.rawBody).toEqual(first?.rawBody)
  expect(inbox.all.map(verify)).toEqual([
    [count('a', 1), count('b', 1)],
    [count('c', 1)],
    [count('a', 1), count('b', 1)],
    [count('a', 2)],
  ])
  expect(last?.rawBody.toString()).toContain('"time_ms":1700000001000')
})
