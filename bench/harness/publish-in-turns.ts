import type { ContenderName } from '../contenders/contenders.ts'
import type { PublishJob } from '../programs/publish.ts'
import type { ServerOptions } from '../server/server-options.ts'
import { startApi } from '../server/start-api.ts'
import { alternate, type Sample } from './alternate.ts'
import { ask, next, start } from './child.ts'
import type { Rounds } from './comparison.ts'
import type { Load } from './load.ts'
import type { Pace } from './pace.ts'

/** How to publish. */
export interface Plan extends Load, Pick<PublishJob, 'isScattered'> {
  readonly names: readonly ContenderName[]
  /** Of an event, in bytes: 100 unless told. */
  readonly bytes?: number
  readonly server?: Partial<ServerOptions>
}

/**
 * Publishes with each contender in turns, to one server. Each has a process of its own, as in real life: several clients
 * in one would share a heap, and what is compiled for one of them would be slower for the others.
 *
 * @returns The numbers of `load`, by kind.
 */
export async function publishInTurns(
  { names, isScattered, bytes = 100, server, ...plan }: Plan,
  pace: Pace,
): Promise<(kind: string) => Rounds> {
  const api = await startApi(server)
  const contenders = await Promise.all(
    names.map(async (name) => {
      const job: PublishJob = { name, target: api.target, plan, isScattered, bytes }
      const child = start(new URL('../programs/publish.ts', import.meta.url), [JSON.stringify(job)])
      await next(child)
      return { name, child }
    }),
  )
  const measures = contenders.map(
    ({ name, child }) => [name, () => ask<Sample>(child, { window: pace.window })] as const,
  )
  const numbers = await alternate(new Map(measures), pace)
  for (const { child } of contenders) child.kill()
  api.end()
  return numbers
}
