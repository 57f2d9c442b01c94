import { type Comparison, compare } from '../harness/comparison.ts'
import { publishInTurns } from '../harness/publish-in-turns.ts'
import type { Scenario } from '../harness/scenario.ts'

export const payloadSizes: Scenario = {
  about: 'Events of 100 B, 1 kB and 10 kB over https, 100 in flight.',
  run: async (pace) => {
    const comparisons: Comparison[] = []
    for (const bytes of [100, 1_000, 10_000]) {
      const names = ['official', 'pusher-http-edge', 'default', 'undici', 'publisher, default'] as const
      const numbers = await publishInTurns({ names, inFlight: 100, bytes }, pace)
      comparisons.push(compare(`events of ${bytes} B`, 'events/s', numbers('rate'), 'official'))
    }
    return comparisons
  },
}
