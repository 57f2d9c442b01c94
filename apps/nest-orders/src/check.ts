// Drives the application as it runs, with real clients over a real (local) Channels server, and fails when it misbehaves.
import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { startEmulator } from '@pusherkit/emulator'
import { event } from '@pusherkit/tests-support'
import { startMain } from './start-main.ts'
import { Visitor } from './visitor.ts'

const ADDRESS = { street: 'Hafenweg 3', city: 'Hamburg' }

// What never arrives is a failure, too.
setTimeout(() => {
  console.error('nest-orders: something that was awaited did not come within 30 s')
  process.exit(1)
}, 30_000)
await drive()
console.log('nest-orders: all is well')
// In Node, pusher-js keeps a timer for 30 s after the server has ended its connection.
process.exit()

async function drive(): Promise<void> {
  await using emulator = await startEmulator()
  using main = await startMain(emulator.serverOptions(), new URL('main.js', import.meta.url))
  const place = { url: main.url, emulator }
  using ana = await Visitor.signIn(place, 'Ana', 'customer')
  using kim = await Visitor.signIn(place, 'Kim', 'staff')
  equal((await fetch(`${main.url}/health`)).status, 200)
  match(await (await fetch(main.url)).text(), /Coffee by post/)

  const own = await ana.subscribe(`private-customer-${ana.id}`)
  const all = await kim.subscribe('presence-staff')
  const addresses = await kim.subscribe('private-encrypted-addresses')
  await rejects(ana.subscribe('presence-staff'), /403/)

  const given = event(addresses, 'address.given')
  const placed = event<{ id: string }>(all, 'order.placed')
  const id = await ana.order(ADDRESS)
  deepEqual(await given, { orderId: id, address: ADDRESS })
  equal((await placed).id, id)
  equal((await ana.move(id, 'packed')).status, 409)

  const steps = ['paid', 'packed', 'shipped'] as const
  for (const to of steps) {
    const heard = event<{ status: string }>(own, `order.${to}`)
    equal((await (to === 'paid' ? ana : kim).move(id, to)).status, 201)
    equal((await heard).status, to)
  }

  // What is on its way when the process is told to end still arrives: both are refused at first, and sent again.
  emulator.faults.status(429, { times: 2, path: '/events' })
  const [last, notice] = [event<{ status: string }>(own, 'order.delivered'), event(ana.pusher.user, 'notice')]
  equal((await kim.move(id, 'delivered')).status, 201)
  equal(await main.end('SIGTERM'), 0, 'it must end with 0')
  equal((await last).status, 'delivered')
  deepEqual(await notice, { text: `Your order ${id} has arrived.` })
}
