import { alternate } from './alternate.ts'
import { type Comparison, compare } from './comparison.ts'
import type { Pace } from './pace.ts'
import { timeOf, timeOfAsync } from './time-of.ts'

/** Calls to compare: of these only `pusher-http-edge` is asynchronous, as WebCrypto is. */
export interface Calls {
  readonly sync: Readonly<Record<string, () => unknown>>
  readonly async?: Readonly<Record<string, () => Promise<unknown>>>
}

/** How long calls take, to those of the official library. */
export async function compareTimes(what: string, calls: Calls, pace: Pace): Promise<Comparison> {
  // These do nothing but compute, so that a shorter time is as exact.
  const window = pace.window / 3
  const measures = new Map([
    ...Object.entries(calls.sync).map(([name, call]) => [name, timeOf(call, window)] as const),
    ...Object.entries(calls.async ?? {}).map(([name, call]) => [name, timeOfAsync(call, window)] as const),
  ])
  const numbers = await alternate(measures, { ...pace, rounds: 3 * pace.rounds })
  return compare(what, 'µs', numbers('time'), 'official')
}
