import { expectTypeOf, test } from 'vitest'
import type { AnyEvents, ChannelName, EventData, EventMap, EventName } from '../../src/contract/event-map.ts'
import type { BatchEventOf } from '../../src/typed/batch-event.ts'
import type { EventDefinitions } from '../../src/typed/event-definitions.ts'
import type { TriggerParams } from '../../src/types.ts'

interface AppEvents {
  orders: { created: { id: number }; moved: { to: string }; note: string | number }
  news: { moved: { by: string } }
  [channel: `private-order-${string}`]: { shipped: { at: string } }
}

type SameAsType = {
  orders: { created: { id: number } }
  [channel: `private-order-${string}`]: { shipped: { at: string } }
}

/** The signatures of the client, on a class with a private field as the client is. */
class Publisher<Events extends EventMap = AnyEvents> {
  readonly #options: { readonly events?: EventDefinitions<Events> | undefined }
  constructor(options: { readonly key: string; readonly events?: EventDefinitions<Events> | undefined }) {
    this.#options = options
  }

  async trigger<const Channel extends ChannelName<Events>, const Event extends EventName<Events, Channel>>(
    _channels: Channel | readonly Channel[],
    _event: Event,
    _data: EventData<Events, Channel, Event>,
    _params?: TriggerParams | string | null,
  ): Promise<boolean> {
    return this.#options.events === undefined
  }

  async triggerBatch(_batch: readonly BatchEventOf<Events>[]): Promise<boolean> {
    return this.#options.events === undefined
  }
}

const typed = new Publisher<AppEvents>({ key: 'k' })
const loose = new Publisher({ key: 'k' })

test('the names of a map are its literals and its patterns', () => {
  expectTypeOf<ChannelName<AppEvents>>().toEqualTypeOf<'orders' | 'news' | `private-order-${string}`>()
  expectTypeOf<EventName<AppEvents, 'private-order-7'>>().toEqualTypeOf<'shipped'>()
  expectTypeOf<EventName<AppEvents, 'orders' | 'news'>>().toEqualTypeOf<'moved'>()
  expectTypeOf<EventData<AppEvents, 'private-order-7', 'shipped'>>().toEqualTypeOf<{ at: string }>()
  expectTypeOf<EventData<AppEvents, 'orders', 'note'>>().toEqualTypeOf<string | number>()
  expectTypeOf<ChannelName<AnyEvents>>().toEqualTypeOf<string>()
  expectTypeOf<EventData<AnyEvents, 'a', 'b'>>().toEqualTypeOf<unknown>()
})

test('trigger takes what the map says', () => {
  typed.trigger('orders', 'created', { id: 1 })
  typed.trigger('orders', 'note', 'text')
  typed.trigger('private-order-7', 'shipped', { at: 'noon' }, { socket_id: '1.1' })
  typed.trigger(['private-order-7', 'private-order-8'], 'shipped', { at: 'noon' }, '1.1')
  const order: number = 7
  typed.trigger(`private-order-${order}`, 'shipped', { at: 'noon' })
  typed.trigger(
    [1, 2].map((id) => `private-order-${id}` as const),
    'shipped',
    { at: 'noon' },
  )
  typed.trigger(['orders', 'news'], 'moved', { to: 'here', by: 'hand' })
  new Publisher<SameAsType>({ key: 'k' }).trigger('orders', 'created', { id: 1 })
})

test('trigger points at the argument that is wrong', () => {
  typed.trigger(
    // @ts-expect-error no such channel
    'order',
    'created',
    { id: 1 },
  )
  typed.trigger(
    'orders',
    // @ts-expect-error an event of another channel
    'shipped',
    { id: 1 },
  )
  typed.trigger(
    'orders',
    'created',
    // @ts-expect-error no id
    { at: 'noon' },
  )
  typed.trigger('orders', 'created', {
    // @ts-expect-error an id is a number
    id: '1',
  })
  typed.trigger(
    ['orders', 'news'],
    // @ts-expect-error only one of the two has it
    'created',
    { id: 1 },
  )
  typed.trigger(
    ['orders', 'news'],
    'moved',
    // @ts-expect-error data for one of the two
    { to: 'here' },
  )
  // @ts-expect-error which channel is not known
  typed.trigger('orders' as string, 'created', { id: 1 })
  // @ts-expect-error data is not optional
  typed.trigger('orders', 'created')
})

test('each event of a batch is checked on its own', () => {
  typed.triggerBatch([
    { channel: 'orders', name: 'created', data: { id: 1 } },
    { channel: 'news', name: 'moved', data: { by: 'hand' }, info: 'subscription_count' },
    { channel: 'private-order-7', name: 'shipped', data: { at: 'noon' }, socket_id: '1.1' },
  ])
  // @ts-expect-error an event of another channel
  typed.triggerBatch([{ channel: 'orders', name: 'shipped', data: { at: 'noon' } }])
  // @ts-expect-error data of another event
  typed.triggerBatch([{ channel: 'orders', name: 'created', data: { to: 'here' } }])
  typed.triggerBatch([
    { channel: 'orders', name: 'created', data: { id: 1 } },
    // @ts-expect-error no such channel
    { channel: 'order', name: 'created', data: { id: 1 } },
  ])
  // @ts-expect-error socket ids are text
  typed.triggerBatch([{ channel: 'orders', name: 'created', data: { id: 1 }, socket_id: 1 }])
})

test('without a map every call compiles', () => {
  const [text, list]: [string, string[]] = ['a', ['a', 'b']]
  const anything: unknown = { message: 'hello' }
  loose.trigger('my-channel', 'my-event', { message: 'hello world' })
  loose.trigger(['orders', 'private-shop-7'], 'created', { id: 1 }, { socket_id: '123.456' })
  loose.trigger('presence-room', 'hello', 'hi', { info: 'user_count' })
  loose.trigger(text, text, undefined, null)
  loose.trigger(list, `${text}-event`, anything, text)
  loose.trigger(Object.freeze(list), text, null)
  loose.trigger(list.length > 1 ? list : text, text, [])
  loose.trigger([], text, 1n)
  loose.triggerBatch([
    { channel: 'orders', name: 'created', data: { id: 2 } },
    { channel: text, name: text, data: anything, socket_id: '123.456', info: 'user_count' },
  ])
  const batch: { channel: string; name: string; data: unknown }[] = []
  loose.triggerBatch(batch)
  expectTypeOf(loose).toEqualTypeOf<Publisher<AnyEvents>>()
})

test('the map comes from the option', () => {
  const events = undefined as EventDefinitions<AppEvents> | undefined
  const inferred = new Publisher({ key: 'k', events })
  expectTypeOf(inferred).toEqualTypeOf<Publisher<AppEvents>>()
  new Publisher<AppEvents>({ key: 'k', events })
})

test('a generic function takes a client with any map and keeps it', () => {
  const same = <Events extends EventMap>(publisher: Publisher<Events>): Publisher<Events> => publisher
  expectTypeOf(same(typed)).toEqualTypeOf<Publisher<AppEvents>>()
  expectTypeOf(same(loose)).toEqualTypeOf<Publisher>()
})
