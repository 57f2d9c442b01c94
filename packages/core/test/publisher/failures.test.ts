import { describe, expect, test } from 'vitest'
import type { Publisher } from '../../src/publisher/index.ts'
import { type Answering, dataOf, startPublishing } from './support.ts'

const outcomes = async (publisher: Publisher, data: readonly string[]): Promise<unknown[]> =>
  (await Promise.allSettled(data.map((text) => publisher.trigger('c', 'e', text)))).map((result) =>
    result.status === 'fulfilled' ? 'accepted' : (result.reason.status ?? result.reason.code),
  )

/** A server that refuses any request with a bad event in it, as a whole. */
const refusing =
  (status: number): Answering =>
  ({ events }) =>
    events.some(({ data }) => data === 'bad') ? { status, body: 'no' } : {}

describe('a batch that is refused', () => {
  test.each([400, 413, 422])(
    'with %i is divided, in order, until only the bad event fails',
    async (status) => {
      const { publisher, requests } = await startPublishing(refusing(status))
      expect(await outcomes(publisher, ['1', '2', 'bad', '4'])).toEqual([
        'accepted',
        'accepted',
        status,
        'accepted',
      ])
      expect(dataOf(requests)).toEqual([['1', '2', 'bad', '4'], ['1', '2'], ['bad', '4'], ['bad'], ['4']])
    },
  )

  test('for its size is divided until it fits', async () => {
    const { publisher, requests } = await startPublishing(({ events }) =>
      events.length > 2 ? { status: 413, body: 'Payload too large.' } : {},
    )
    expect(await outcomes(publisher, ['1', '2', '3'])).toEqual(['accepted', 'accepted', 'accepted'])
    expect(dataOf(requests)).toEqual([['1', '2', '3'], ['1', '2'], ['3']])
  })

  test.each([401, 403, 404])('with %i is not: no event is to blame', async (status) => {
    const { publisher, requests } = await startPublishing(() => ({ status }))
    expect(await outcomes(publisher, ['1', '2'])).toEqual([status, status])
    expect(requests).toHaveLength(1)
  })
})

describe('retries', () => {
  test('are those of the client, no more', async () => {
    const { publisher, requests } = await startPublishing(
      () => ({ status: 429 }),
      {},
      { retry: { limit: 2, baseDelay: 1 } },
    )
    expect(await outcomes(publisher, ['1', '2'])).toEqual([429, 429])
    expect(requests).toHaveLength(3)
    expect(publisher.stats).toMatchObject({ batches: 1, retried: 2, failed: 2 })
  })

  test('may be others than the client’s', async () => {
    const { publisher, requests } = await startPublishing(() => ({ status: 429 }), {
      retry: { limit: 1, baseDelay: 1 },
    })
    expect(await outcomes(publisher, ['1'])).toEqual([429])
    expect(requests).toHaveLength(2)
  })

  test('are none where an event could be delivered twice', async () => {
    const { publisher, requests } = await startPublishing((_, index) => ({ status: index === 0 ? 500 : 200 }))
    expect(await outcomes(publisher, ['1', '2'])).toEqual([500, 500])
    expect(requests).toHaveLength(1)
  })

  test('are some where that is allowed', async () => {
    const { publisher, requests } = await startPublishing(
      (_, index) => (index === 0 ? { status: 500 } : index === 1 ? 'reset' : {}),
      { retry: { publish: 'at-least-once', baseDelay: 1 } },
    )
    expect(await outcomes(publisher, ['1', '2'])).toEqual(['accepted', 'accepted'])
    expect(dataOf(requests)).toEqual([
      ['1', '2'],
      ['1', '2'],
      ['1', '2'],
    ])
  })

  test('hold back everything else as long as a server that has enough asks', async () => {
    const arrivals = new Map<string, number>()
    const { publisher } = await startPublishing(({ events: [event] }, index) => {
      arrivals.set(event?.data ?? '', performance.now())
      return index === 0 ? { status: 429, headers: { 'retry-after': '0.1' } } : {}
    })
    const turnedAway = publisher.trigger('a', 'e', 'a')
    while (publisher.stats.retried === 0) await new Promise(setImmediate)
    const retried = performance.now()
    await Promise.all([turnedAway, publisher.trigger('b', 'e', 'b')])
    expect((arrivals.get('b') ?? 0) - retried).toBeGreaterThan(90)
  })
})
