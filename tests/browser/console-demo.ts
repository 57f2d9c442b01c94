import { Pusher } from '@pusherkit/core'
import type { Emulator } from '@pusherkit/emulator'
import { event, JsClient } from '../support/index.ts'

/** A small life in an app: two users, some channels, events of every kind, and mistakes. */
export async function liveALittle(emulator: Emulator): Promise<Disposable> {
  const pusher = new Pusher(emulator.serverOptions())
  const ana = new JsClient(emulator, { id: 'ana', user_info: { name: 'Ana', plan: 'team' } })
  const ben = new JsClient(emulator, { id: 'ben', user_info: { name: 'Ben', plan: 'free' } })
  const typing = event(await ana.subscribe('presence-room'), 'client-typing')
  const room = await ben.subscribe('presence-room')
  await ana.subscribe('orders')
  await ben.subscribe('cache-prices')
  await ben.subscribe('private-orders-4711')
  const signedIn = event(ana.pusher, 'pusher:signin_success')
  ana.pusher.signin()
  await signedIn
  room.trigger('client-typing', { at: 1234 })
  await typing
  await pusher.trigger('orders', 'order-shipped', {
    id: 4711,
    customer: { name: 'Ada Lovelace', city: 'London' },
    lines: [
      { sku: 'TEA-1', amount: 2 },
      { sku: 'CUP-9', amount: 1 },
    ],
  })
  await pusher.trigger(['cache-prices', 'orders'], 'price', { sku: 'TEA-1', cents: 499 })
  await fetch(`${emulator.url}/apps/app-id/channels`)
  const refused = event(ana.pusher.connection, 'error')
  ana.pusher.send_event('client-lost', {}, 'orders')
  await refused
  return {
    [Symbol.dispose]: () => {
      ana[Symbol.dispose]()
      ben[Symbol.dispose]()
    },
  }
}
