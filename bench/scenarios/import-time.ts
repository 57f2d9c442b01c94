import { alternate } from '../harness/alternate.ts'
import { compare } from '../harness/comparison.ts'
import { processTime } from '../harness/process-time.ts'
import type { Scenario } from '../harness/scenario.ts'

const BARE = 'nothing'
const MODULES = {
  official: 'pusher',
  'pusher-http-edge': 'pusher-http-edge',
  core: '@pusherkit/core',
  'core and its publisher': '@pusherkit/core/publisher',
  'core and undici': '@pusherkit/undici',
}

export const importTime: Scenario = {
  about: 'A process that imports a library and ends, less one that imports nothing in the same round.',
  run: async (pace) => {
    const contenders = new Map([
      [BARE, processTime('')],
      ...Object.entries(MODULES).map(
        ([name, module]) => [name, processTime(`import ${JSON.stringify(module)}`)] as const,
      ),
    ])
    const times = (await alternate(contenders, pace.isQuick ? pace : { warmUp: 2, rounds: 30 }))('time')
    const bare = times.get(BARE) ?? []
    const extra = [...times]
      .filter(([name]) => name !== BARE)
      .map(([name, all]) => [name, all.map((time, round) => time - (bare[round] ?? Number.NaN))] as const)
    return [compare('import', 'ms', new Map(extra), 'official')]
  },
}
