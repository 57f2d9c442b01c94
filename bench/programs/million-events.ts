import { Pusher } from '@pusherkit/core'
import { createPublisher } from '@pusherkit/core/publisher'
import { APP, EVENT, payloadOf } from '../contenders/contender.ts'
import { tell } from '../harness/child.ts'
import { memoryInUse } from '../harness/memory-in-use.ts'
import type { Target } from '../server/start-api.ts'

// Publishes as fast as the publisher takes it, and looks at the memory ten times.

const [count, target]: [number, Target] = JSON.parse(process.argv[2] ?? '[]')
const publisher = createPublisher(new Pusher({ ...APP, ...target }), { maxQueued: 10_000 })
const { data, channelOf } = payloadOf(100)
const memory: number[] = []
for (let index = 0; index < count; ) {
  const taken = publisher.offer(channelOf(index), EVENT, data)
  if (taken === false) {
    await publisher.room()
    continue
  }
  taken.catch((error: unknown) => {
    throw error
  })
  if (++index % (count / 10) !== 0) continue
  await publisher.flush()
  memory.push(memoryInUse())
}
const { accepted } = publisher.stats
if (accepted !== count) throw new Error(`${accepted} of ${count} events were accepted`)
await publisher.close()
tell({ memory })
