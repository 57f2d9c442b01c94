import type { ContenderName } from '../contenders/contenders.ts'
import { type Comparison, compare } from './comparison.ts'
import type { Pace } from './pace.ts'
import { publishInTurns } from './publish-in-turns.ts'

const SINGLE: readonly ContenderName[] = [
  'official',
  'pusher-http-edge',
  'default',
  'undici',
  'node agent',
  'raw sockets',
]
const PUBLISHER: readonly ContenderName[] = ['publisher, default', 'publisher, undici']
const ONE_CHANNEL: readonly ContenderName[] = [
  'publisher, default, one channel',
  'publisher, undici, one channel',
]
const BATCHES: readonly ContenderName[] = ['official, batches', 'default, batches', 'undici, batches']

/** Who publishes with how many events on their way. A batch of ten needs ten. */
const PLANS = [
  { inFlight: 1, names: [...SINGLE, ...PUBLISHER] },
  { inFlight: 10, names: [...SINGLE, ...BATCHES, ...PUBLISHER, ...ONE_CHANNEL, 'raw sockets, batches'] },
  { inFlight: 100, names: [...SINGLE, ...BATCHES, ...PUBLISHER, ...ONE_CHANNEL, 'raw sockets, batches'] },
] as const

/** Publishes with 1, 10 and 100 events on their way, and with channels at random, which the publisher's order slows. */
export async function publishInFlight(scheme: 'http' | 'https', pace: Pace): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  const server = { useTLS: scheme === 'https' }
  for (const { inFlight, names } of PLANS) {
    const numbers = await publishInTurns({ names, inFlight, server }, pace)
    const what = `${scheme}, ${inFlight} in flight`
    comparisons.push(compare(what, 'events/s', numbers('rate'), 'official'))
    comparisons.push(compare(`${what}: processor`, 'µs of processor an event', numbers('cpu'), 'official'))
    if (inFlight === 1) comparisons.push(compare(`${what}: latency`, 'ms', numbers('latency'), 'official'))
  }
  const plan = { names: ['official', ...PUBLISHER], inFlight: 100, isScattered: true, server } as const
  const numbers = await publishInTurns(plan, pace)
  comparisons.push(
    compare(`${scheme}, 100 in flight, channels at random`, 'events/s', numbers('rate'), 'official'),
  )
  return comparisons
}
