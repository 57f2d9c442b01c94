import { setTimeout as wait } from 'node:timers/promises'
import { payloadOf } from '../contenders/contender.ts'
import { CONTENDERS } from '../contenders/contenders.ts'
import { type Comparison, compareOnce } from '../harness/comparison.ts'
import { load } from '../harness/load.ts'
import type { Scenario } from '../harness/scenario.ts'
import { type Api, startApi } from '../server/start-api.ts'

const NAMES = [
  'official',
  'pusher-http-edge',
  'default',
  'undici',
  'publisher, default',
  'publisher, undici',
] as const
type Name = (typeof NAMES)[number]

/** Longer than the official library keeps an idle connection. */
const PAUSE = 5_500

type UseApi = (api: Api, publish: (index: number) => Promise<unknown>) => Promise<number>

/** A number that each contender makes with a server of its own. */
async function each(use: UseApi, runAll: (tasks: (() => Promise<void>)[]) => Promise<unknown>) {
  const counts: Record<string, number> = {}
  const one = async (name: Name): Promise<void> => {
    const api = await startApi()
    const { publish, close } = await CONTENDERS[name](api.target, payloadOf(100))
    counts[name] = await use(api, publish)
    await close?.()
    api.end()
  }
  await runAll(NAMES.map((name) => () => one(name)))
  return Object.fromEntries(NAMES.map((name) => [name, counts[name] ?? Number.NaN]))
}

export const connections: Scenario = {
  about:
    'Connections at the server, over https: the most at once with 1,000 events in flight, and all that were opened.',
  run: async ({ window, isQuick }): Promise<Comparison[]> => {
    const mostOpen = await each(
      async (api, publish) => {
        // Long enough to open as many as a library likes to.
        await load(publish, { inFlight: 1_000, eventsPerCall: 1, window: Math.max(window, 100) })
        return (await api.stats()).mostOpen
      },
      async (tasks) => {
        for (const task of tasks) await task()
      },
    )
    const opened = await each(
      async (api, publish) => {
        for (let index = 0; index < (isQuick ? 2 : 4); index++) {
          if (index > 0) await wait(PAUSE)
          await publish(index)
        }
        return (await api.stats()).opened
      },
      (tasks) => Promise.all(tasks.map((task) => task())),
    )
    return [
      compareOnce('connections, 1,000 in flight', 'connections', mostOpen, 'official'),
      compareOnce('connections, one event every 5.5 s', 'connections', opened, 'official'),
    ]
  },
}
