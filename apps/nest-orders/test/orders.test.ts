import { event } from '@pusherkit/tests-support'
import type { PresenceChannel } from 'pusher-js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LocalOrders, startLocally } from '../src/local.ts'
import type { OrderView } from '../src/orders/order-view.ts'
import type { Role } from '../src/session/person.ts'
import { Visitor } from '../src/visitor.ts'

const ADDRESS = { street: 'Hafenweg 3', city: 'Hamburg' }
let orders: LocalOrders
let visitors: Visitor[]

beforeEach(async () => {
  orders = await startLocally()
  visitors = []
})
afterEach(async () => {
  for (const visitor of visitors) visitor[Symbol.dispose]()
  await orders[Symbol.asyncDispose]()
})

async function visitor(name: string, role: Role): Promise<Visitor> {
  const made = await Visitor.signIn(orders, name, role)
  visitors.push(made)
  return made
}
const customer = (name = 'Ana') => visitor(name, 'customer')
const staff = (name = 'Kim') => visitor(name, 'staff')

describe('the way of an order', () => {
  test('customer and staff hear each step, in order, and none of it has the address', async () => {
    const ana = await customer()
    const kim = await staff()
    const heard: string[] = []
    const own = await ana.subscribe(`private-customer-${ana.id}`)
    own.bind_global((name: string) => name.startsWith('order.') && heard.push(name))
    const all = await kim.subscribe('presence-staff')
    const delivered = [event(own, 'order.delivered'), event(all, 'order.delivered')]

    const id = await ana.order(ADDRESS)
    await ana.move(id, 'paid')
    for (const to of ['packed', 'shipped', 'delivered']) await kim.move(id, to)

    for (const seen of await Promise.all(delivered)) {
      expect(seen).toMatchObject({
        id,
        status: 'delivered',
        total: 2_900,
        lines: [{ name: 'Sidamo', quantity: 2, price: 2_900 }],
        moves: { customer: [], staff: [] },
      })
      expect(JSON.stringify(seen)).not.toContain('Hafenweg')
    }
    expect(heard).toEqual(['order.placed', 'order.paid', 'order.packed', 'order.shipped', 'order.delivered'])
  })

  test('each takes the steps that are theirs, and no other', async () => {
    const ana = await customer()
    const kim = await staff()
    const id = await ana.order(ADDRESS)
    const answers = [
      await kim.move(id, 'paid'),
      await kim.move(id, 'shipped'),
      await ana.move(id, 'paid'),
      await ana.move(id, 'paid'),
      await ana.move(id, 'packed'),
      await kim.move(id, 'cancelled'),
      await kim.move(id, 'packed'),
    ]
    expect(answers.map(({ status, body }) => [status, body.message])).toEqual([
      [403, 'Only the customer can do that.'],
      [409, `${id} is placed already.`],
      [201, undefined],
      [409, `${id} is paid already.`],
      [403, 'Only staff can do that.'],
      [201, undefined],
      [409, `${id} is cancelled already.`],
    ])
  })

  test('a customer sees their own orders, staff see all, with addresses', async () => {
    const ana = await customer()
    const ben = await customer('Ben')
    const kim = await staff()
    const id = await ana.order(ADDRESS)
    const list = async (who: Visitor) => (await who.ask<OrderView[]>('GET', '/orders')).body
    expect(await list(ana)).toMatchObject([{ id, address: ADDRESS }])
    expect(await list(kim)).toMatchObject([{ id, address: ADDRESS }])
    expect(await list(ben)).toEqual([])
    expect(await ben.move(id, 'cancelled')).toMatchObject({
      status: 404,
      body: { message: 'There is no such order.' },
    })
  })
})

describe('channels', () => {
  test('nobody listens to the channel of another customer, and customers to none of staff', async () => {
    const ana = await customer()
    const ben = await customer('Ben')
    const kim = await staff()
    const nobody = new Visitor(orders)
    visitors.push(nobody)
    await expect(ben.subscribe(`private-customer-${ana.id}`)).rejects.toThrow('403')
    await expect(ben.subscribe('presence-staff')).rejects.toThrow('403')
    await expect(ben.subscribe('private-encrypted-addresses')).rejects.toThrow('403')
    await expect(kim.subscribe(`private-customer-${ana.id}`)).rejects.toThrow('403')
    await expect(nobody.subscribe('presence-staff')).rejects.toThrow('403')
  })

  test('staff see who is on shift', async () => {
    const kim = await staff()
    const channel = await kim.subscribe<PresenceChannel>('presence-staff')
    const added = event(channel, 'pusher:member_added')
    const lou = await staff('Lou')
    await lou.subscribe('presence-staff')
    expect(await added).toEqual({ id: lou.id, info: { name: 'Lou' } })
  })

  test('addresses reach staff, and the server in between cannot read them', async () => {
    const ana = await customer()
    const kim = await staff()
    const given = event(await kim.subscribe('private-encrypted-addresses'), 'address.given')
    const id = await ana.order(ADDRESS)
    expect(await given).toEqual({ orderId: id, address: ADDRESS })
    const { data } = await orders.emulator.waitFor('event', { channel: 'private-encrypted-addresses' })
    expect(data).toContain('ciphertext')
    expect(data).not.toContain('Hafenweg')
  })
})

describe('notices', () => {
  const notice = (who: Visitor) => event(who.pusher.user, 'notice')

  test('a customer is told of what staff do', async () => {
    const ana = await customer()
    const kim = await staff()
    const id = await ana.order(ADDRESS)
    await ana.move(id, 'paid')
    await kim.move(id, 'packed')
    const shipped = notice(ana)
    await kim.move(id, 'shipped')
    expect(await shipped).toEqual({ text: `Your order ${id} is on its way.` })
    const other = await ana.order(ADDRESS)
    const cancelled = notice(ana)
    await kim.move(other, 'cancelled')
    expect(await cancelled).toEqual({ text: `Kim cancelled your order ${other}.` })
  })

  test('who packed an order is told when the customer cancels it', async () => {
    const ana = await customer()
    const kim = await staff()
    const id = await ana.order(ADDRESS)
    await ana.move(id, 'paid')
    await kim.move(id, 'packed')
    const told = notice(kim)
    await ana.move(id, 'cancelled')
    expect(await told).toEqual({ text: `Ana cancelled ${id}, which you packed.` })
  })
})
