import type { ContenderName } from '../contenders/contenders.ts'
import { alternate } from '../harness/alternate.ts'
import { resultOf } from '../harness/child.ts'
import { compare } from '../harness/comparison.ts'
import type { Scenario } from '../harness/scenario.ts'
import { startApi } from '../server/start-api.ts'

const PROGRAM = new URL('../programs/pending-memory.ts', import.meta.url)

/** How many events wait. Fewer of the libraries that open a connection for each. */
const COUNTS = {
  official: 2_000,
  'pusher-http-edge': 2_000,
  default: 5_000,
  undici: 5_000,
  'publisher, default': 50_000,
  'publisher, undici': 50_000,
  'publisher, default, one channel': 50_000,
} satisfies Partial<Record<ContenderName, number>>

export const pendingMemory: Scenario = {
  about:
    'Memory of an event of 100 B that waits for its answer, from a server that never gives one; plain http.',
  run: async ({ isQuick }) => {
    const { target, end } = await startApi({ useTLS: false, isSilent: true })
    const contenders = Object.entries(COUNTS).map(([name, count]) => {
      const args = [JSON.stringify([name, isQuick ? count / 10 : count, target])]
      return [name, () => resultOf<{ bytes: number }>(PROGRAM, args, ['--expose-gc'])] as const
    })
    const numbers = await alternate(new Map(contenders), { warmUp: 0, rounds: isQuick ? 1 : 3 })
    end()
    return [compare('memory of a pending event', 'bytes', numbers('bytes'), 'official')]
  },
}
