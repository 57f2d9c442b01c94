import type { Sample } from './alternate.ts'
import { toSpread } from './spread.ts'

/**
 * Before each measurement, this part of it goes unmeasured. Who waited long for the turn may have to connect again: the
 * official library does after 5 s, which is another measurement.
 */
const LEAD_IN = 4

/** Publishes with one call, and resolves when the server has acknowledged it. */
export type Publish = (index: number) => Promise<unknown>

/** How much is published, and when. */
export interface Load {
  /** Events on their way at once. */
  readonly inFlight: number
  /** Whether the next ones wait until all of them are acknowledged, in place of each for its own. */
  readonly isInBursts?: boolean | undefined
}

/**
 * Keeps a number of events on their way for a while. Each has a producer, who publishes the next one when it is
 * acknowledged; with 100 producers and 100 channels, each keeps to a channel.
 *
 * @param window In ms.
 * @returns `rate`: acknowledged events a second. `cpu`: processor time of this process for each, in µs. `latency`: the
 *   median time from the call to the acknowledgement, in ms.
 */
export async function load(
  publish: Publish,
  { window, eventsPerCall, ...plan }: Load & { window: number; eventsPerCall: number },
): Promise<Sample> {
  const callsAtOnce = Math.max(1, plan.inFlight / eventsPerCall)
  const publishFor = plan.isInBursts ? publishInBursts : keepPublishing
  await publishFor(window / LEAD_IN, publish, callsAtOnce)
  const begin = performance.now()
  const cpu = process.cpuUsage()
  const latencies = await publishFor(window, publish, callsAtOnce)
  const seconds = (performance.now() - begin) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  const events = latencies.length * eventsPerCall
  return { rate: events / seconds, cpu: (user + system) / events, latency: toSpread(latencies).median }
}

/** Publishes for a while, in ms. Gives how long each call took, in ms. */
type PublishFor = (window: number, publish: Publish, callsAtOnce: number) => Promise<readonly number[]>

const keepPublishing: PublishFor = async (window, publish, callsAtOnce) => {
  const latencies: number[] = []
  const end = performance.now() + window
  const produce = async (producer: number): Promise<void> => {
    let now = performance.now()
    for (let index = producer; now < end; index += callsAtOnce) {
      await publish(index)
      const then = now
      now = performance.now()
      latencies.push(now - then)
    }
  }
  await Promise.all(Array.from({ length: callsAtOnce }, (_, producer) => produce(producer)))
  return latencies
}

const publishInBursts: PublishFor = async (window, publish, callsAtOnce) => {
  const latencies: number[] = []
  const end = performance.now() + window
  for (let begin = performance.now(); begin < end; begin = performance.now()) {
    const call = async (index: number): Promise<void> => {
      await publish(index)
      latencies.push(performance.now() - begin)
    }
    await Promise.all(Array.from({ length: callsAtOnce }, (_, index) => call(index)))
  }
  return latencies
}
