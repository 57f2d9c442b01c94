import { compare } from '../harness/comparison.ts'
import { publishInTurns } from '../harness/publish-in-turns.ts'
import type { Scenario } from '../harness/scenario.ts'

const NAMES = ['official', 'default', 'undici', 'publisher, default', 'publisher, undici'] as const

export const farServer: Scenario = {
  about:
    'A server that answers after 20 ms, over https, 1,000 in flight: each is followed by the next, or all by the next ' +
    'thousand. Opening a connection is not slower than otherwise, which favours those who open many.',
  run: async (pace) => {
    // To open 1,000 connections takes the official library a second. That is not what is measured here.
    const patient = pace.isQuick ? { ...pace, warmUp: 0 } : { ...pace, warmUp: 1, rounds: 5, window: 3_000 }
    const plan = { names: NAMES, inFlight: 1_000, server: { delay: 20 } }
    const steady = await publishInTurns(plan, patient)
    const bursts = await publishInTurns({ ...plan, isInBursts: true }, patient)
    return [
      compare('20 ms away, 1,000 in flight', 'events/s', steady('rate'), 'official'),
      compare('20 ms away, 1,000 at once', 'events/s', bursts('rate'), 'official'),
    ]
  },
}
