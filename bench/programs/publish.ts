import { payloadOf } from '../contenders/contender.ts'
import { CONTENDERS, type ContenderName } from '../contenders/contenders.ts'
import { tell } from '../harness/child.ts'
import { type Load, load } from '../harness/load.ts'
import type { Target } from '../server/start-api.ts'

// One contender. It publishes for as long as it is asked to, and tells how that went.

/** What a contender is told once. */
export interface PublishJob {
  readonly name: ContenderName
  readonly target: Target
  readonly plan: Load
  /** Of an event. */
  readonly bytes: number
  /** Whether events are on channels at random. */
  readonly isScattered?: boolean | undefined
}

const { name, target, plan, bytes, isScattered }: PublishJob = JSON.parse(process.argv[2] ?? '{}')
const { publish, eventsPerCall } = await CONTENDERS[name](target, payloadOf(bytes, isScattered))
process.on('message', async ({ window }: { window: number }) =>
  tell(await load(publish, { ...plan, eventsPerCall, window })),
)
process.on('disconnect', () => process.exit())
tell({ isReady: true })
