import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ManualClock } from '@pusherkit/emulator'

/** Waits until so many timers are set: a request that is held has come, for one. */
export async function untilTimers(clock: ManualClock, count: number): Promise<void> {
  while (clock.pending < count) await nextTurn()
}
