import { setImmediate as turn } from 'node:timers/promises'
import { payloadOf } from '../contenders/contender.ts'
import { CONTENDERS, type ContenderName } from '../contenders/contenders.ts'
import { tell } from '../harness/child.ts'
import { memoryInUse } from '../harness/memory-in-use.ts'
import type { Target } from '../server/start-api.ts'

// Publishes to a server that never answers, and tells what each event that waits takes.

const [name, count, target]: [ContenderName, number, Target] = JSON.parse(process.argv[2] ?? '[]')
const { publish } = await CONTENDERS[name](target, payloadOf(100))
const ignore = (): void => {}
// What is there once, for the first event, is not of every event. Enough to make all connections of a bounded pool.
for (let index = 0; index < 1_000; index++) publish(index).catch(ignore)
for (let turns = 0; turns < 1_000; turns++) await turn()
const before = memoryInUse()
for (let index = 0; index < count; index++) publish(index).catch(ignore)
for (let turns = 0; turns < 1_000; turns++) await turn()
tell({ bytes: (memoryInUse() - before) / count })
