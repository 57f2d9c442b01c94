import { expect, expectTypeOf, test } from 'vitest'
import { type EventMetadata, typedChannel } from '../../src/contract/typed-channel.ts'

interface AppEvents {
  orders: { created: { id: number }; moved: { to: string } }
  'presence-room': { moved: { by: string }; 'client-typing': boolean }
  [channel: `private-order-${string}`]: { shipped: { at: string } }
}

type Listener = (data: unknown, metadata?: unknown) => void

/** Has the shape of pusher-js's `PresenceChannel`: loosely typed `bind` and `unbind` that return `this`. */
class Channel {
  readonly name: string
  readonly members = { count: 2 }
  readonly #listeners = new Map<string, Set<Listener>>()

  constructor(name: string) {
    this.name = name
  }

  // biome-ignore lint/complexity/noBannedTypes lint/suspicious/noExplicitAny: the types of pusher-js
  bind(event: string, callback: Function, _context?: any): this {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(callback as Listener))
    return this
  }

  // biome-ignore lint/complexity/noBannedTypes lint/suspicious/noExplicitAny: the types of pusher-js
  unbind(event?: string, callback?: Function, _context?: any): this {
    if (event === undefined) this.#listeners.clear()
    else if (callback) this.#listeners.get(event)?.delete(callback as Listener)
    return this
  }

  emit(event: string, data: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(data)
  }
}

test('it returns its argument, whose events are known', () => {
  const channel = new Channel('private-order-7')
  const order = typedChannel<AppEvents, 'private-order-7'>(channel)
  expect(order).toBe(channel)

  const shipped: string[] = []
  order.bind('shipped', (data) => {
    expectTypeOf(data).toEqualTypeOf<{ at: string }>()
    shipped.push(data.at)
  })
  channel.emit('shipped', { at: 'noon' })
  order.unbind('shipped').unbind()
  channel.emit('shipped', { at: 'night' })
  expect(shipped).toEqual(['noon'])
})

test('calls chain and keep the types', () => {
  typedChannel<AppEvents, 'orders'>(new Channel('orders'))
    .bind('created', ({ id }) => expectTypeOf(id).toEqualTypeOf<number>())
    .bind('pusher:subscription_succeeded', (data) => expectTypeOf(data).toEqualTypeOf<unknown>())
    .bind('moved', (data, metadata) => {
      expectTypeOf(data).toEqualTypeOf<{ to: string }>()
      expectTypeOf(metadata).toEqualTypeOf<EventMetadata | undefined>()
    })
})

test('an event of another channel, or that nobody sends, is a mistake', () => {
  const orders = typedChannel<AppEvents, 'orders'>(new Channel('orders'))
  // @ts-expect-error an event of another channel
  orders.bind('shipped', () => {})
  // @ts-expect-error no such event
  orders.unbind('create')
  // @ts-expect-error other data
  orders.bind('created', (data: { id: string }) => data.id)
  // @ts-expect-error no such channel
  typedChannel<AppEvents, 'order'>(new Channel('order'))
})

test('a pattern stands for its channels', () => {
  const order = typedChannel<AppEvents, `private-order-${string}`>(new Channel('private-order-7'))
  order.bind('shipped', (data) => expectTypeOf(data).toEqualTypeOf<{ at: string }>())
  expectTypeOf(order.name).toEqualTypeOf<`private-order-${string}`>()
})

test('without a channel the events of all are known', () => {
  const any = typedChannel<AppEvents>(new Channel('orders'))
  any.bind('shipped', (data) => expectTypeOf(data).toEqualTypeOf<{ at: string }>())
  any.bind('moved', (data) => expectTypeOf(data).toEqualTypeOf<{ to: string } | { by: string }>())
  // @ts-expect-error no such event
  any.bind('ship', () => {})
})

test('with the type of the channel everything else it can do stays', () => {
  const room = typedChannel<AppEvents, 'presence-room', Channel>(new Channel('presence-room'))
  expect(room.members.count).toBe(2)
  room
    .bind('client-typing', (typing) => expectTypeOf(typing).toEqualTypeOf<boolean>())
    .members.count.toFixed()
})
