import { compare } from '../harness/comparison.ts'
import { publishInTurns } from '../harness/publish-in-turns.ts'
import type { Scenario } from '../harness/scenario.ts'

const NAMES = [
  'official',
  'default',
  'undici',
  'publisher, default',
  'publisher, undici',
  'publisher, default, one channel',
] as const

export const farServer: Scenario = {
  about:
    'A server that answers after 20 ms, over https, 1,000 in flight. Opening a connection is not slower than otherwise, ' +
    'which favours those who open many.',
  run: async (pace) => {
    const plan = { names: NAMES, inFlight: 1_000, server: { delay: 20 } }
    const numbers = await publishInTurns(plan, { ...pace, window: 2 * pace.window })
    return [compare('20 ms away, 1,000 in flight', 'events/s', numbers('rate'), 'official')]
  },
}
