import { expect, it } from 'vitest'
import { startReceiver, verify } from './support/receiver.ts'
import { added, count, occupied, removed, start, vacated } from './support/start.ts'

it.each([
  ['channel_vacated', vacated('a')],
  ['member_removed', removed('presence-a', '7')],
])('%s is sent 3 s later, with the time of then', async (_name, departure) => {
  const { url, inbox } = await startReceiver()
  const { publish, clock, webhooks } = start({ url })

  publish(departure)
  clock.advance(2_999)
  publish(occupied('z'))
  expect(verify(await inbox.next())).toEqual([occupied('z')])
  clock.advance(1)
  await webhooks.idle()

  const [, received] = inbox.all
  expect(JSON.parse(String(received?.rawBody))).toEqual({ time_ms: 1_700_000_003_000, events: [departure] })
})

it.each([
  ['the channel is occupied again', vacated('a'), occupied('a')],
  ['the user is back', removed('presence-a', '7'), added('presence-a', '7')],
])(
  'nothing is sent when %s within the delay, neither the going nor the coming',
  async (_when, going, coming) => {
    const { url, inbox } = await startReceiver()
    const { publish, clock, webhooks } = start({ url })

    publish(going)
    clock.advance(2_999)
    publish(coming)
    await webhooks.idle()
    clock.advance(10_000)
    await webhooks.idle()

    expect(inbox.all).toEqual([])
  },
)

it.each([
  ['channel', vacated('a'), occupied('b')],
  ['user', removed('presence-a', '7'), added('presence-a', '8')],
  ["user's channel", removed('presence-a', '7'), added('presence-b', '7')],
])('another %s undoes nothing', async (_what, going, coming) => {
  const { url, inbox } = await startReceiver()
  const { publish, clock, webhooks } = start({ url })

  publish(going, coming)
  clock.advance(3_000)
  await webhooks.idle()

  expect(inbox.all.flatMap(verify)).toEqual([coming, going])
})

it('a return after the delay is an event like any other', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, clock, webhooks } = start({ url })

  publish(vacated('a'))
  clock.advance(3_000)
  publish(occupied('a'))
  await webhooks.idle()

  expect(inbox.all.flatMap(verify)).toEqual([vacated('a'), occupied('a')])
})

it('only the last of several departures is sent, counted from then', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, clock, webhooks } = start({ url })

  publish(vacated('a'))
  clock.advance(2_000)
  publish(occupied('a'), vacated('a'))
  clock.advance(2_000)
  publish(occupied('z'))
  await inbox.next()
  clock.advance(1_000)
  await webhooks.idle()

  expect(inbox.all.flatMap(verify)).toEqual([occupied('z'), vacated('a')])
})

it('what leaves together is told of in that order', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, clock, webhooks } = start({ url })

  publish(removed('presence-a', '7'), removed('presence-a', '8'), vacated('presence-a'))
  clock.advance(3_000)
  await webhooks.idle()

  expect(inbox.all.flatMap(verify)).toEqual([
    removed('presence-a', '7'),
    removed('presence-a', '8'),
    vacated('presence-a'),
  ])
})

it('everything else goes at once', async () => {
  const { url, inbox } = await startReceiver()
  const { publish } = start({ url })

  publish(vacated('a'), count('a', 0))

  expect(verify(await inbox.next())).toEqual([count('a', 0)])
})

it('with vacatedDelay 0 nothing is held', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, webhooks } = start({ url, vacatedDelay: 0 })

  publish(vacated('a'), occupied('a'))
  await webhooks.idle()

  expect(inbox.all.flatMap(verify)).toEqual([vacated('a'), occupied('a')])
})

it('idle() waits for what is held', async () => {
  const { url, inbox } = await startReceiver()
  const { publish, clock, webhooks, deliveries } = start({ url, vacatedDelay: 60 })
  let isIdle = false

  publish(vacated('a'), occupied('z'))
  const idle = webhooks.idle().then(() => {
    isIdle = true
  })
  await deliveries.next()
  expect(isIdle).toBe(false)
  clock.advance(60_000)
  await idle

  expect(inbox.all.flatMap(verify)).toEqual([occupied('z'), vacated('a')])
})
