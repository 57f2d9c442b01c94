import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import { z } from 'zod'
import { defineEvents, Pusher, type Transport, type TriggerResult } from '../../src/index.ts'
import { createPublisher } from '../../src/publisher/index.ts'
import { createGate, dataOf, startApi, startPublishing } from './support.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('what shares a request', () => {
  test('what is triggered at the same time, ten at most', async () => {
    const { publisher, requests } = await startPublishing()
    await Promise.all(numbers(25).map((n) => publisher.trigger(`channel-${n}`, 'e', `${n}`)))
    expect(requests.map(({ path, events }) => [path, events.length])).toEqual([
      ['/apps/1/batch_events', 10],
      ['/apps/1/batch_events', 10],
      ['/apps/1/batch_events', 5],
    ])
  })

  test('events of one channel too, in their order', async () => {
    const { publisher, requests } = await startPublishing()
    await Promise.all(numbers(12).map((n) => publisher.trigger('c', 'e', `${n}`)))
    expect(dataOf(requests)).toEqual([
      ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
      ['10', '11'],
    ])
  })

  test('what had to wait for a free request', async () => {
    const gate = createGate()
    const { publisher, requests } = await startPublishing(gate.answering, { maxInFlight: 1 })
    const first = publisher.trigger('a', 'e', '0')
    await gate.arrived(0)
    const second = publisher.trigger('b', 'e', '1')
    await Promise.resolve()
    const third = publisher.trigger('c', 'e', '2')
    gate.answer(0)
    await first
    gate.answer(1)
    await Promise.all([second, third])
    expect(dataOf(requests)).toEqual([['0'], ['1', '2']])
  })

  test('what waited for its channel, when answers come in together', async () => {
    const answers: (() => void)[] = []
    const sizes: number[] = []
    const transport: Transport = ({ body = '' }) => {
      sizes.push(JSON.parse(body).batch?.length ?? 1)
      return new Promise((resolve) => answers.push(() => resolve({ status: 200, headers: {}, body: '{}' })))
    }
    const publisher = createPublisher(new Pusher({ appId: '1', key: 'k', secret: 's', transport }))
    const turn = () => new Promise(setImmediate)
    const all: Promise<unknown>[] = []
    for (const n of numbers(4)) {
      all.push(publisher.trigger(`channel-${n}`, 'e', ''))
      await turn()
    }
    all.push(...numbers(4).map((n) => publisher.trigger(`channel-${n}`, 'e', '')))
    await turn()
    expect(sizes).toEqual([1, 1, 1, 1])
    // As several connections in one turn of the event loop: after each, all promises that follow from it settle.
    for (const answer of answers.splice(0)) setImmediate(answer)
    await vi.waitUntil(() => answers.length > 0)
    expect(sizes).toEqual([1, 1, 1, 1, 4])
    for (const answer of answers) answer()
    await Promise.all(all)
  })

  test('with maxDelay, what comes within that time; a full batch goes at once', async () => {
    const { publisher, requests } = await startPublishing(undefined, { maxDelay: 20, maxBatchSize: 2 })
    const first = publisher.trigger('a', 'e', '0')
    await new Promise(setImmediate)
    await Promise.all([first, publisher.trigger('b', 'e', '1'), publisher.trigger('c', 'e', '2')])
    expect(dataOf(requests)).toEqual([['0', '1'], ['2']])
  })

  test('an event alone goes at once, as a trigger', async () => {
    const { publisher, requests } = await startPublishing()
    await publisher.trigger('c', 'e', { id: 1 }, { socket_id: '1.2' })
    expect(requests).toEqual([
      { path: '/apps/1/events', events: [{ channel: 'c', name: 'e', data: '{"id":1}', socket_id: '1.2' }] },
    ])
  })

  test('an event to several channels never does: a batch cannot hold it', async () => {
    const { publisher, requests } = await startPublishing()
    await Promise.all([
      publisher.trigger('a', 'e', '0'),
      publisher.trigger(['b', 'c'], 'e', '1'),
      publisher.trigger('d', 'e', '2'),
    ])
    expect(requests).toEqual([
      { path: '/apps/1/events', events: [{ channel: 'a', name: 'e', data: '0' }] },
      { path: '/apps/1/events', events: [{ channels: ['b', 'c'], name: 'e', data: '1' }] },
      { path: '/apps/1/events', events: [{ channel: 'd', name: 'e', data: '2' }] },
    ])
  })
})

describe('what the promise tells', () => {
  test('the counts that this very event asked for', async () => {
    const { publisher } = await startPublishing(() => ({
      body: '{"batch":[{},{"user_count":3},{"user_count":4}]}',
    }))
    expect(
      await Promise.all([
        publisher.trigger('c', 'e', ''),
        publisher.trigger('presence-a', 'e', '', { info: 'user_count' }),
        publisher.trigger('presence-b', 'e', '', { info: 'user_count' }),
      ]),
    ).toEqual([
      {},
      { channels: { 'presence-a': { user_count: 3 } } },
      { channels: { 'presence-b': { user_count: 4 } } },
    ])
  })

  test('the same of an event alone', async () => {
    const body = '{"channels":{"presence-a":{"user_count":3},"presence-b":{"user_count":4}}}'
    const { publisher } = await startPublishing(() => ({ body }))
    expect(await publisher.trigger(['presence-a', 'presence-b'], 'e', '', { info: 'user_count' })).toEqual({
      channels: { 'presence-a': { user_count: 3 }, 'presence-b': { user_count: 4 } },
    })
  })

  test.each(['{"ok":true}', 'null', '{"batch":"x"}', '{"batch":{}}', '[]'])(
    'nothing, where the server tells %s',
    async (body) => {
      const { publisher } = await startPublishing(() => ({ body }))
      const asking = () => publisher.trigger('presence-a', 'e', '', { info: 'user_count' })
      expect(await Promise.all([asking(), asking()])).toEqual([{}, {}])
    },
  )

  test('that an answer cannot be read, to the event that asked for it', async () => {
    const { publisher } = await startPublishing(() => ({ body: '<html>' }))
    const [asked, other] = await Promise.allSettled([
      publisher.trigger('presence-a', 'e', '', { info: 'user_count' }),
      publisher.trigger('c', 'e', ''),
    ])
    expect(asked).toMatchObject({ status: 'rejected', reason: { code: 'ERR_PUSHER_RESPONSE', status: 200 } })
    expect(other).toMatchObject({ status: 'fulfilled' })
  })

  test('what is wrong with an event, which nobody else suffers from', async () => {
    const { publisher, requests } = await startPublishing()
    const [bad, good] = await Promise.allSettled([
      publisher.trigger('no channel', 'e', 'bad'),
      publisher.trigger('c', 'e', 'good'),
    ])
    expect(bad).toMatchObject({ reason: { code: 'ERR_PUSHER_INVALID_CHANNEL' } })
    expect(good).toMatchObject({ status: 'fulfilled' })
    expect(dataOf(requests)).toEqual([['good']])
  })
})

describe('what a client is made with works here', () => {
  test('encryption', async () => {
    const encrypt = (channel: string, text: string) => `${channel}|${text}`
    const encryption = { encrypt, decrypt: () => undefined, sharedSecret: () => new Uint8Array(32) }
    const { publisher, requests } = await startPublishing(undefined, {}, { encryption })
    await Promise.all([
      publisher.trigger('private-encrypted-a', 'e', { id: 1 }),
      publisher.trigger('private-encrypted-b', 'e', 'text'),
    ])
    expect(dataOf(requests)).toEqual([['private-encrypted-a|{"id":1}', 'private-encrypted-b|"text"']])
  })

  test('the types of its events', async () => {
    const { pusher } = await startApi()
    const typed = pusher as unknown as Pusher<{ orders: { created: { id: number } } }>
    const publisher = createPublisher(typed)
    void (() => {
      expectTypeOf(publisher.trigger('orders', 'created', { id: 1 })).toEqualTypeOf<Promise<TriggerResult>>()
      // @ts-expect-error no such event on this channel
      publisher.trigger('orders', 'shipped', { id: 1 })
      // @ts-expect-error another payload
      publisher.offer('orders', 'created', { id: '1' })
    })
  })

  test('validators of its events, and what they make of the data', async () => {
    const events = defineEvents({
      orders: { created: z.object({ id: z.number(), currency: z.string().default('EUR') }) },
    })
    const { publisher, requests } = await startPublishing(undefined, {}, { events })
    const [good, bad] = await Promise.allSettled([
      publisher.trigger('orders', 'created', { id: 1 }),
      publisher.trigger('orders', 'created', { id: 'one' }),
    ])
    expect(good).toMatchObject({ status: 'fulfilled' })
    expect(bad).toMatchObject({ reason: { code: 'ERR_PUSHER_INVALID_DATA' } })
    expect(dataOf(requests)).toEqual([['{"id":1,"currency":"EUR"}']])
    expect(publisher.stats).toMatchObject({ accepted: 1, failed: 1, queued: 0, inFlight: 0 })
  })
})

test('the caller’s arguments are read at once, and left alone', async () => {
  const { publisher, requests } = await startPublishing()
  const channels = ['a', 'b']
  const data = { id: 1 }
  const sent = publisher.trigger(channels, 'e', data)
  channels.pop()
  data.id = 2
  await sent
  expect(requests[0]?.events).toEqual([{ channels: ['a', 'b'], name: 'e', data: '{"id":1}' }])
})

test('the counters tell what happened', async () => {
  const gate = createGate()
  const { publisher } = await startPublishing(gate.answering, { maxInFlight: 1 })
  const all = numbers(15).map((n) => publisher.trigger(`c${n}`, 'e', ''))
  await gate.arrived(0)
  expect(publisher.stats).toEqual({ queued: 5, inFlight: 10, accepted: 0, failed: 0, batches: 1, retried: 0 })
  gate.answer(0)
  gate.answer(1, { status: 401 })
  await Promise.allSettled(all)
  expect(publisher.stats).toEqual({ queued: 0, inFlight: 0, accepted: 10, failed: 5, batches: 2, retried: 0 })
})

test.each([undefined, null, {}, 'https://k:s@host', new Proxy({}, {})])('%s is no client', (pusher) => {
  expect(() => createPublisher(pusher as unknown as Pusher)).toThrow(
    'Option pusher is no client of this copy of @pusherkit/core',
  )
})
