import { expect, it } from 'vitest'
import { startReceiver } from './support/receiver.ts'
import { count, occupied, start, vacated } from './support/start.ts'

it('close() ends a request under way, and nothing is reported or sent any more', async () => {
  const { url, inbox } = await startReceiver('nothing')
  const { publish, clock, webhooks, deliveries } = start({ url })

  publish(count('a', 1), count('a', 2))
  const { closed } = await inbox.next()
  await webhooks.close()
  await closed
  publish(occupied('b'))
  clock.advance(1_000_000)
  await webhooks.idle()

  expect(clock.pending).toBe(0)
  expect(deliveries.all).toEqual([])
  expect(inbox.all).toHaveLength(1)
})

it('close() takes back what is held and what waits for another try', async () => {
  const { url, inbox } = await startReceiver(500)
  const { publish, clock, webhooks, deliveries } = start({ url })

  publish(occupied('a'), vacated('b'))
  await deliveries.next()
  expect(clock.pending).toBe(2)
  const idle = webhooks.idle()
  await webhooks.close()
  await idle

  expect(clock.pending).toBe(0)
  expect(inbox.all).toHaveLength(1)
})

it('close() before anything was sent sends nothing', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, webhooks } = start({ url })

  publish(occupied('a'))
  await webhooks.close()
  await webhooks.close()

  expect(inbox.all).toEqual([])
})

it('an app without webhooks is idle and can be closed', async () => {
  const { publish, webhooks } = start()

  publish(occupied('a'))

  await webhooks.idle()
  await webhooks.close()
})
