import { event } from '@pusherkit/tests-support'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { type LocalOrders, startLocally } from '../src/local.ts'
import { settingsFor } from '../src/settings/settings-for.ts'
import { Visitor } from '../src/visitor.ts'

const ADDRESS = { street: 'Hafenweg 3', city: 'Hamburg' }
let orders: LocalOrders
let passed: number
let ana: Visitor
let kim: Visitor

beforeEach(async () => {
  passed = 0
  orders = await startLocally({ settings: { now: () => Date.now() + passed } })
  ana = await Visitor.signIn(orders, 'Ana', 'customer')
  kim = await Visitor.signIn(orders, 'Kim', 'staff')
})
afterEach(async () => {
  ana[Symbol.dispose]()
  kim[Symbol.dispose]()
  await orders[Symbol.asyncDispose]()
})

/** On which channels an order's events were published, in order. */
const published = () =>
  orders.emulator.requests.flatMap(({ json }) => {
    const { name, channels } = (json ?? {}) as {
      readonly name?: string
      readonly channels?: readonly string[]
    }
    return name?.startsWith('order.') ? [[name, ...(channels ?? [])]] : []
  })

describe('nothing is published to nobody', () => {
  test('while nobody listens, and from the first subscription on', async () => {
    const id = await ana.order(ADDRESS)
    const placed = event(await ana.subscribe(`private-customer-${ana.id}`), 'order.paid')
    await ana.move(id, 'paid')
    await placed
    expect(published()).toEqual([['order.paid', `private-customer-${ana.id}`]])
    expect((await kim.ask('GET', '/audience')).body).toEqual({ customers: [ana.id], sent: 1, spared: 4 })
  })

  test('after the last one left, and staff see it', async () => {
    const staff = await kim.subscribe('presence-staff')
    const came = event(staff, 'audience.changed')
    const channel = `private-customer-${ana.id}`
    await ana.subscribe(channel)
    expect(await came).toMatchObject({ customers: [ana.id] })

    ana.pusher.unsubscribe(channel)
    await orders.emulator.waitFor('webhook', ({ delivery }) =>
      delivery.events.some(({ name }) => name === 'channel_vacated'),
    )
    // A client may be authorized and not there yet: that counts as listening for a while.
    const early = await ana.order(ADDRESS)
    await orders.emulator.waitFor('event', { channel, event: 'order.placed' })
    passed = 11_000
    const paid = event(staff, 'order.paid')
    await ana.move(early, 'paid')
    await paid
    expect(published().at(-1)).toEqual(['order.paid', 'presence-staff'])
    expect((await kim.ask('GET', '/audience')).body).toMatchObject({ customers: [] })
  })

  test('only staff may see who is listening', async () => {
    expect(await ana.ask('GET', '/audience')).toMatchObject({
      status: 403,
      body: { message: 'This is for staff only.' },
    })
    expect(await new Visitor(orders).ask('GET', '/audience')).toMatchObject({ status: 401 })
  })
})

test('pages that stay connected while the application starts again are not forgotten', async () => {
  const heard = event(await kim.subscribe('presence-staff'), 'order.placed')
  const again = await createApp(settingsFor(orders.emulator))
  onTestFinished(() => again.close())
  await again.listen(0, '127.0.0.1')
  using ben = await Visitor.signIn(
    { url: await again.getUrl(), emulator: orders.emulator },
    'Ben',
    'customer',
  )
  const id = await ben.order(ADDRESS)
  expect(await heard).toMatchObject({ id, customer: { name: 'Ben' } })
})

test('when nobody can tell who is listening, everybody is', async () => {
  const heard = event(await kim.subscribe('presence-staff'), 'order.placed')
  orders.emulator.faults.status(403, { path: '/channels' })
  const again = await createApp(settingsFor(orders.emulator), { logger: false })
  onTestFinished(() => again.close())
  await again.listen(0, '127.0.0.1')
  using ben = await Visitor.signIn(
    { url: await again.getUrl(), emulator: orders.emulator },
    'Ben',
    'customer',
  )
  await ben.order(ADDRESS)
  expect(await heard).toMatchObject({ customer: { name: 'Ben' } })
  expect(published()).toEqual([['order.placed', `private-customer-${ben.id}`, 'presence-staff']])
})
