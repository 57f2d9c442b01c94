import { Pusher } from '@pusherkit/core'
import { APP, EVENT, payloadOf } from '../contenders/contender.ts'
import { createEdgeClient } from '../contenders/edge.ts'
import { createOfficialClient } from '../contenders/official.ts'
import { undici } from '../contenders/undici.ts'
import { alternate } from '../harness/alternate.ts'
import { type Comparison, compare } from '../harness/comparison.ts'
import { load, type Publish } from '../harness/load.ts'
import type { Scenario } from '../harness/scenario.ts'
import { startApi } from '../server/start-api.ts'

export const channels: Scenario = {
  about:
    'One event to 1, 10 and 100 channels at once over https, 100 in flight. The publisher does not batch these.',
  run: async (pace) => {
    const { target, end } = await startApi()
    const official = createOfficialClient(target)
    const edge = createEdgeClient(target)
    const byDefault = new Pusher({ ...APP, ...target })
    const onUndici = new Pusher({ ...APP, ...target, transport: undici() })
    const { data } = payloadOf(100)
    const comparisons: Comparison[] = []
    for (const count of [1, 10, 100]) {
      const names = Array.from({ length: count }, (_, index) => `orders-${index}`)
      const contenders: Record<string, Publish> = {
        official: () => official.trigger(names, EVENT, data),
        'pusher-http-edge': async () => (await edge.trigger(names, EVENT, data)).text(),
        default: () => byDefault.trigger(names, EVENT, data),
        undici: () => onUndici.trigger(names, EVENT, data),
      }
      const measures = Object.entries(contenders).map(
        ([name, publish]) =>
          [name, () => load(publish, { inFlight: 100, eventsPerCall: 1, window: pace.window })] as const,
      )
      const numbers = await alternate(new Map(measures), pace)
      comparisons.push(compare(`one event to ${count} channels`, 'events/s', numbers('rate'), 'official'))
    }
    end()
    return comparisons
  },
}
