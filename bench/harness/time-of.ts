import type { Measure } from './alternate.ts'

/** Calls between two looks at the clock. */
const AT_A_TIME = 50

/**
 * How much processor time one call takes, in µs, as `time`. Not the time on the clock: what else runs on the machine is
 * not in it.
 *
 * @param window How long to repeat it, in ms.
 */
export const timeOf =
  (call: () => unknown, window: number): Measure =>
  async () => {
    const end = performance.now() + window
    const cpu = process.cpuUsage()
    let calls = 0
    while (performance.now() < end) {
      for (let index = 0; index < AT_A_TIME; index++) call()
      calls += AT_A_TIME
    }
    return { time: used(cpu) / calls }
  }

/** The same of a call that is asynchronous. */
export const timeOfAsync =
  (call: () => Promise<unknown>, window: number): Measure =>
  async () => {
    const end = performance.now() + window
    const cpu = process.cpuUsage()
    let calls = 0
    while (performance.now() < end) {
      for (let index = 0; index < AT_A_TIME; index++) await call()
      calls += AT_A_TIME
    }
    return { time: used(cpu) / calls }
  }

function used(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return user + system
}
