import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TriggerResult } from '../../src/index.ts'
import { createPublisher } from '../../src/publisher/index.ts'
import { type Answer, type ReceivedEvent, startApi } from './support.ts'

/** What a server may do with a request, and whether it has then published its events. */
const BEHAVIOURS = {
  accept: { answer: {}, publishes: true },
  garbage: { answer: { body: '<html>' }, publishes: true },
  late: { answer: {}, publishes: true },
  'answer lost': { answer: { status: 500 }, publishes: true },
  reset: { answer: 'reset', publishes: false },
  'too many': { answer: { status: 429 }, publishes: false },
  'come later': { answer: { status: 429, headers: { 'retry-after': '0.002' } }, publishes: false },
  refuse: { answer: { status: 413, body: 'no' }, publishes: false },
  forbid: { answer: { status: 403 }, publishes: false },
} satisfies Record<string, { answer: Answer; publishes: boolean }>
type Behaviour = keyof typeof BEHAVIOURS

const CHANNELS = ['a', 'b', 'c', 'd']
const target = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...CHANNELS) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...CHANNELS), { minLength: 2 }) },
)
const scenario = fc.record({
  targets: fc.array(target, { minLength: 1, maxLength: 60 }),
  pauses: fc.array(fc.nat({ max: 2 }), { minLength: 1 }),
  behaviours: fc.array(fc.constantFrom(...(Object.keys(BEHAVIOURS) as Behaviour[])), { maxLength: 40 }),
  maxInFlight: fc.integer({ min: 1, max: 4 }),
  maxBatchSize: fc.integer({ min: 1, max: 10 }),
  maxQueued: fc.integer({ min: 1, max: 20 }),
  maxDelay: fc.constantFrom(0, 0, 1),
  ordering: fc.constantFrom('channel' as const, 'channel' as const, 'none' as const),
})

const channelsOf = ({ channel, channels = channel === undefined ? [] : [channel] }: ReceivedEvent) => channels
const turn = () => new Promise(setImmediate)

test('law: every event is settled once, in the order of its channel, and none is lost or published twice', async () => {
  let script: Behaviour[] = []
  let published: ReceivedEvent[] = []
  const { pusher } = await startApi(async ({ events }) => {
    const behaviour = script.shift() ?? 'accept'
    if (behaviour === 'late') await turn()
    const { answer, publishes } = BEHAVIOURS[behaviour]
    if (publishes) published.push(...events)
    return answer
  })

  await fc.assert(
    fc.asyncProperty(scenario, async ({ targets, pauses, behaviours, ...options }) => {
      script = [...behaviours]
      published = []
      const publisher = createPublisher(pusher, options)
      const settled: string[] = []
      const all: Promise<TriggerResult | string>[] = []
      for (const [index, channels] of targets.entries()) {
        for (let pause = pauses[index % pauses.length] ?? 0; pause > 0; pause--) await turn()
        let sent = publisher.offer(channels, 'e', `${index}`)
        while (!sent) {
          await publisher.room()
          sent = publisher.offer(channels, 'e', `${index}`)
        }
        expect(publisher.stats.queued).toBeLessThanOrEqual(options.maxQueued)
        all.push(sent.catch(({ code }: { code: string }) => code).finally(() => settled.push(`${index}`)))
      }
      await publisher.flush()
      const outcomes = await Promise.all(all)
      const order = published.map(({ data }) => Number(data))

      // Settled: every event, once.
      expect(new Set(settled).size).toBe(targets.length)
      expect(settled).toHaveLength(targets.length)
      // Not lost: what was accepted was published. Not twice: nothing was.
      const accepted = outcomes.flatMap((outcome, index) => (typeof outcome === 'string' ? [] : [index]))
      expect(accepted.filter((index) => !order.includes(index))).toEqual([])
      expect(new Set(order).size).toBe(order.length)
      // In order, on every channel.
      for (const channel of options.ordering === 'channel' ? CHANNELS : []) {
        const seen = published
          .filter((event) => channelsOf(event).includes(channel))
          .map(({ data }) => Number(data))
        expect(seen).toEqual([...seen].sort((one, other) => one - other))
      }
      // The books balance, and nothing is left over.
      expect(publisher.stats).toMatchObject({
        queued: 0,
        inFlight: 0,
        accepted: accepted.length,
        failed: targets.length - accepted.length,
      })
      expect(await publisher.close()).toEqual({ unsent: [], unconfirmed: [] })
    }),
    { numRuns: 150 },
  )
}, 60_000)
