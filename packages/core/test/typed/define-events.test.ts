import { type } from 'arktype'
import * as v from 'valibot'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { PusherValidationError } from '../../src/index.ts'
import { defineEvents } from '../../src/typed/define-events.ts'
import type { EventsOf, ReceivedEventsOf } from '../../src/typed/event-definitions.ts'

const events = defineEvents({
  orders: { created: z.object({ id: z.number(), note: z.string().default('none') }) },
  'private-order-*': { shipped: v.object({ at: v.pipe(v.string(), v.transform(Number)) }) },
  'private-order-vip-*': { shipped: type({ at: 'string' }), 'client-typing': type('boolean') },
  'private-order-vip-1': { shipped: z.object({ at: z.literal('now') }) },
  'presence-room': {
    taken: z.object({ name: z.string().refine(async (name) => name !== 'bob', 'is taken') }),
  },
})

/** What a call rejects with, as `code parameter: message`. */
async function refusal(call: () => unknown): Promise<string> {
  try {
    await call()
  } catch (error) {
    expect(error).toBeInstanceOf(PusherValidationError)
    const { code, parameter, message } = error as PusherValidationError
    return `${code} ${parameter}: ${message}`
  }
  throw new Error('nothing was refused')
}

describe('which validator checks', () => {
  test('the output is what is sent: defaults of zod', async () => {
    expect(await events.validate('orders', 'created', { id: 1, extra: true })).toEqual({
      id: 1,
      note: 'none',
    })
  })

  test('the output is what is sent: transforms of valibot', async () => {
    expect(await events.validate('private-order-7', 'shipped', { at: '12' })).toEqual({ at: 12 })
  })

  test('the longest pattern wins: arktype, whose validators are functions', async () => {
    expect(await events.validate('private-order-vip-2', 'shipped', { at: '12' })).toEqual({ at: '12' })
    expect(await events.validate('private-order-vip-2', 'client-typing', true)).toBe(true)
  })

  test('an exact name wins over every pattern', async () => {
    expect(await events.validate('private-order-vip-1', 'shipped', { at: 'now' })).toEqual({ at: 'now' })
    expect(await refusal(() => events.validate('private-order-vip-1', 'shipped', { at: '12' }))).toMatch(
      /^ERR_PUSHER_INVALID_DATA/,
    )
  })

  test('a pattern fits a name that ends where its star stands', async () => {
    expect(await events.validate('private-order-', 'shipped', { at: '1' })).toEqual({ at: 1 })
  })

  test('a star alone fits every channel that nothing else fits', async () => {
    const any = defineEvents({ '*': { ping: z.literal(1) }, orders: { ping: z.literal(2) } })
    expect(await any.validate('a', 'ping', 1)).toBe(1)
    expect(await any.validate('orders', 'ping', 2)).toBe(2)
  })

  test('an asynchronous validator is awaited', async () => {
    expect(await events.validate('presence-room', 'taken', { name: 'ann' })).toEqual({ name: 'ann' })
    expect(await refusal(() => events.validate('presence-room', 'taken', { name: 'bob' }))).toBe(
      'ERR_PUSHER_INVALID_DATA data: data does not suit the event. data.name: is taken',
    )
  })

  test('definitions that are changed afterwards have no effect', async () => {
    const schemas: Record<string, Record<string, z.ZodType>> = { a: { b: z.string() } }
    const defined = defineEvents(schemas)
    delete schemas.a
    expect(await defined.validate('a', 'b', 'c')).toBe('c')
  })
})

describe('what is refused', () => {
  test('a channel that is not defined', async () => {
    expect(await refusal(() => events.validate('order', 'created', { id: 1 }))).toBe(
      'ERR_PUSHER_INVALID_CHANNEL channels: channels is "order", but the defined channels are "orders", "private-order-*", "private-order-vip-*", "private-order-vip-1", "presence-room"',
    )
  })

  test.each(['created ', 'toString', '__proto__', 'constructor'])(
    'an event that is not defined: %j',
    async (event) => {
      expect(await refusal(() => events.validate('orders', event, { id: 1 }))).toBe(
        `ERR_PUSHER_INVALID_EVENT_NAME event: event is ${JSON.stringify(event)}, but the defined events of channel "orders" are "created"`,
      )
    },
  )

  test('an event that only a shorter pattern has', async () => {
    const layered = defineEvents({ 'a*': { x: z.string() }, 'ab*': { y: z.string() } })
    expect(await refusal(() => layered.validate('abc', 'x', ''))).toMatch(/^ERR_PUSHER_INVALID_EVENT_NAME/)
  })

  test('of many defined channels ten are listed', async () => {
    const many = defineEvents(Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`c${n}`, {}])))
    expect(await refusal(() => many.validate('x', 'e', 1))).toMatch(/"c8", "c9" and 2 more$/)
  })

  test.each([
    ['zod', z.object({ list: z.array(z.object({ 'a b': z.number() })) })],
    ['valibot', v.object({ list: v.array(v.object({ 'a b': v.number() })) })],
    ['arktype', type({ list: type({ 'a b': 'number' }).array() })],
  ])('data that %s refuses, with the path and without the data', async (_name, schema) => {
    const defined = defineEvents({ c: { e: schema } })
    const error = await defined
      .validate('c', 'e', { list: [{ 'a b': 1 }, { 'a b': {} }], hidden: 'private-text' })
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(PusherValidationError)
    const { code, message, value, cause } = error as PusherValidationError
    expect(code).toBe('ERR_PUSHER_INVALID_DATA')
    expect(message).toMatch(/^data does not suit the event\. data\.list\[1\]\["a b"\]: .+/)
    expect([message.includes('private-text'), value, cause]).toEqual([false, undefined, undefined])
  })

  test('of many issues five are listed', async () => {
    const wide = defineEvents({
      c: { e: z.object(Object.fromEntries([...'abcdefg'].map((k) => [k, z.number()]))) },
    })
    const message = await refusal(() => wide.validate('c', 'e', {}))
    expect(message.match(/data\.[a-g]:/g)).toEqual(['data.a:', 'data.b:', 'data.c:', 'data.d:', 'data.e:'])
    expect(message).toMatch(/; and 2 more$/)
  })
})

describe('several channels of one trigger', () => {
  test('that share a validator are checked once', async () => {
    let calls = 0
    const counted = defineEvents({
      'a-*': {
        e: z.number().transform((n) => {
          calls++
          return n + 1
        }),
      },
    })
    expect(await counted.validate(['a-1', 'a-2', 'a-3'], 'e', 1)).toBe(2)
    expect(calls).toBe(1)
  })

  test('are all checked', async () => {
    const two = defineEvents({
      a: { e: z.object({ x: z.number() }) },
      b: { e: z.object({ x: z.number().max(5) }) },
    })
    expect(await two.validate(['a', 'b'], 'e', { x: 5 })).toEqual({ x: 5 })
    expect(await refusal(() => two.validate(['a', 'b'], 'e', { x: 6 }))).toMatch(
      /^ERR_PUSHER_INVALID_DATA data: .*data\.x/,
    )
    expect(await refusal(() => two.validate(['a', 'c'], 'e', { x: 5 }))).toMatch(
      /^ERR_PUSHER_INVALID_CHANNEL channels\[1\]: channels\[1\] is "c"/,
    )
  })

  test('whose validators make different data cannot share an event', async () => {
    const two = defineEvents({ a: { e: z.object({ x: z.number() }) }, b: { e: z.object({}) } })
    expect(await refusal(() => two.validate(['a', 'b'], 'e', { x: 6 }))).toBe(
      'ERR_PUSHER_INVALID_CHANNEL channels: channels have validators that make different data of the same: trigger them one by one',
    )
  })
})

describe('definitions that cannot be meant', () => {
  const define = (schemas: unknown) => refusal(() => Reflect.apply(defineEvents, undefined, [schemas]))
  const rule = 'is no channel name, nor the beginning of one with a * at the end'

  test.each([
    [{ 'a*b': {} }, `events["a*b"]: events["a*b"] ${rule}`],
    [{ 'a**': {} }, `events["a**"]: events["a**"] ${rule}`],
    [{ 'a b': {} }, `events["a b"]: events["a b"] ${rule}`],
    [{ '': {} }, `events[""]: events[""] ${rule}`],
    [{ '#server-to-user-*': {} }, `events["#server-to-user-*"]: events["#server-to-user-*"] ${rule}`],
    [{ a: null }, 'events["a"]: events["a"] is an object of validators by event name'],
    [
      { a: { b: () => true } },
      'events["a"]["b"]: events["a"]["b"] is no validator: it has no "~standard" (zod 3.24, valibot 1, arktype 2)',
    ],
  ])('%j', async (schemas, expected) => {
    expect(await define(schemas)).toBe(`ERR_PUSHER_INVALID_OPTION ${expected}`)
  })
})

describe('types', () => {
  test('what a server sends is what validators take', () => {
    type Sent = EventsOf<typeof events>
    expectTypeOf<Sent['orders']['created']>().toEqualTypeOf<{ id: number; note?: string | undefined }>()
    expectTypeOf<Sent['private-order-7']['shipped']>().toEqualTypeOf<{ at: string }>()
    expectTypeOf<keyof Sent>().toEqualTypeOf<
      | 'orders'
      | 'presence-room'
      | 'private-order-vip-1'
      | `private-order-${string}`
      | `private-order-vip-${string}`
    >()
  })

  test('what a client receives is what validators make', () => {
    type Received = ReceivedEventsOf<typeof events>
    expectTypeOf<Received['orders']['created']>().toEqualTypeOf<{ id: number; note: string }>()
    expectTypeOf<Received['private-order-7']['shipped']>().toEqualTypeOf<{ at: number }>()
  })
})
