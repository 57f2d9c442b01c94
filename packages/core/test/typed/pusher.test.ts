import { describe, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { type ChannelQueries, defineEvents, type EventsOf, Pusher } from '../../src/index.ts'

const app = { appId: '1', key: 'k', secret: 's', cluster: 'eu' }
const sent: unknown[] = []
const transport = async ({ body = '' }: { body?: string | undefined }) => {
  sent.push(JSON.parse(body))
  return { status: 200, headers: {}, body: '{}' }
}

interface AppEvents {
  orders: { created: { id: number }; cleared: null }
  [order: `private-order-${string}`]: { shipped: { at: string } }
}

describe('a client with a map of its events', () => {
  test('takes what the map has', async () => {
    sent.length = 0
    const pusher = new Pusher<AppEvents>({ ...app, transport })
    await pusher.trigger('orders', 'created', { id: 1 })
    await pusher.trigger(['private-order-1', 'private-order-2'], 'shipped', { at: 'now' }, '1.1')
    await pusher.triggerBatch([
      { channel: 'orders', name: 'created', data: { id: 2 } },
      { channel: 'private-order-7', name: 'shipped', data: { at: 'then' }, socket_id: '1.1' },
    ])
    expect(sent).toHaveLength(3)
  })

  test('refuses the rest at compile time', () => {
    const pusher = new Pusher<AppEvents>({ ...app, transport })
    void (() => {
      // @ts-expect-error no such channel
      pusher.trigger('news', 'created', { id: 1 })
      // @ts-expect-error no such event on this channel
      pusher.trigger('orders', 'shipped', { at: 'now' })
      // @ts-expect-error another payload
      pusher.trigger('orders', 'created', { id: '1' })
      // @ts-expect-error the data of another event
      pusher.triggerBatch([{ channel: 'orders', name: 'created', data: { at: 'now' } }])
    })
  })

  test('is made from a URL, a cluster or the environment as well', () => {
    const pusher = Pusher.forCluster<AppEvents>('eu', app)
    expectTypeOf(pusher).toEqualTypeOf<Pusher<AppEvents>>()
    expectTypeOf(pusher).toExtend<ChannelQueries>()
  })
})

describe('a client with validators of its events', () => {
  const events = defineEvents({
    orders: { created: z.object({ id: z.number(), currency: z.string().default('EUR') }) },
    'private-order-*': { shipped: z.object({ at: z.string() }) },
  })
  const pusher = new Pusher({ ...app, transport, events })

  test('knows the types from the validators', () => {
    expectTypeOf(pusher).toEqualTypeOf<Pusher<EventsOf<typeof events>>>()
    void (() => {
      // @ts-expect-error no such event
      pusher.trigger('orders', 'shipped', { at: 'now' })
    })
  })

  test('sends what the validator made of the data', async () => {
    sent.length = 0
    await pusher.trigger('orders', 'created', { id: 1 })
    await pusher.triggerBatch([{ channel: 'private-order-7', name: 'shipped', data: { at: 'now' } }])
    expect(sent).toEqual([
      { name: 'created', data: '{"id":1,"currency":"EUR"}', channels: ['orders'] },
      { batch: [{ channel: 'private-order-7', name: 'shipped', data: '{"at":"now"}' }] },
    ])
  })

  test('sends nothing that is not valid', async () => {
    sent.length = 0
    const wrong = { id: 'one' } as unknown as { id: number }
    await expect(pusher.trigger('orders', 'created', wrong)).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_DATA',
      message: expect.stringContaining('id'),
    })
    await expect(pusher.trigger('news' as 'orders', 'created', { id: 1 })).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_CHANNEL',
    })
    expect(sent).toEqual([])
  })
})

test('a client without a map takes anything, as loosely as the official library', async () => {
  const pusher = new Pusher({ ...app, transport })
  const channel: string = 'any'
  const name: string = 'any'
  const data: unknown = { any: true }
  await pusher.trigger(channel, name, data)
  await pusher.trigger([channel, 'other'], name, data, { socket_id: undefined })
  await pusher.triggerBatch([{ channel, name, data }])
})
