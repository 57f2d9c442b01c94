import { type Payload, payloadOf } from '../contenders/contender.ts'
import { CONTENDERS, type ContenderName } from '../contenders/contenders.ts'
import type { ServerOptions } from '../server/server-options.ts'
import { startApi } from '../server/start-api.ts'
import { alternate } from './alternate.ts'
import type { Rounds } from './comparison.ts'
import { load } from './load.ts'
import type { Pace } from './pace.ts'

/** How to publish. */
export interface Plan {
  readonly names: readonly ContenderName[]
  /** Events on their way at once. */
  readonly inFlight: number
  readonly payload?: Payload
  readonly server?: Partial<ServerOptions>
}

/** Publishes with each contender in turns, to one server. Gives the numbers of `load`, by kind. */
export async function publishInTurns(
  { names, inFlight, payload = payloadOf(100), server }: Plan,
  pace: Pace,
): Promise<(kind: string) => Rounds> {
  const api = await startApi(server)
  const made = await Promise.all(
    names.map(async (name) => [name, await CONTENDERS[name](api.target, payload)] as const),
  )
  const { window } = pace
  const measures = made.map(([name, { publish, eventsPerCall }]) => {
    const measure = () => load(publish, { inFlight, eventsPerCall, window })
    return [name, measure] as const
  })
  const numbers = await alternate(new Map(measures), pace)
  for (const [, { close }] of made) await close?.()
  api.end()
  return numbers
}
