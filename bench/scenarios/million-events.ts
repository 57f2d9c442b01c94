import { resultOf } from '../harness/child.ts'
import { compareOnce } from '../harness/comparison.ts'
import type { Scenario } from '../harness/scenario.ts'
import { startApi } from '../server/start-api.ts'

const PROGRAM = new URL('../programs/million-events.ts', import.meta.url)

export const millionEvents: Scenario = {
  about:
    'Memory after every 100,000 of a million events through the publisher with `maxQueued` 10,000, over http.',
  run: async ({ isQuick }) => {
    const { target, end } = await startApi({ useTLS: false })
    const args = [JSON.stringify([isQuick ? 20_000 : 1_000_000, target])]
    const { memory } = await resultOf<{ memory: number[] }>(PROGRAM, args, ['--expose-gc'])
    end()
    const tenths = Object.fromEntries(memory.map((bytes, index) => [`after ${index + 1} tenths`, bytes]))
    return [compareOnce('memory after a million events', 'bytes', tenths, 'after 2 tenths')]
  },
}
