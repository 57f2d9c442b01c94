import type { Sample } from './alternate.ts'
import { toSpread } from './spread.ts'

/**
 * Before each measurement, this part of it goes unmeasured. Who waited long for the turn may have to connect again: the
 * official library does after 5 s, which is another measurement.
 */
const LEAD_IN = 4

/** Publishes with one call, and resolves when the server has acknowledged it. */
export type Publish = (index: number) => Promise<unknown>

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
  { inFlight, eventsPerCall, window }: { inFlight: number; eventsPerCall: number; window: number },
): Promise<Sample> {
  await publishFor(window / LEAD_IN, publish, { inFlight, eventsPerCall })
  const begin = performance.now()
  const cpu = process.cpuUsage()
  const { calls, latencies } = await publishFor(window, publish, { inFlight, eventsPerCall })
  const seconds = (performance.now() - begin) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  const events = calls * eventsPerCall
  return { rate: events / seconds, cpu: (user + system) / events, latency: toSpread(latencies).median }
}

async function publishFor(
  window: number,
  publish: Publish,
  { inFlight, eventsPerCall }: { inFlight: number; eventsPerCall: number },
): Promise<{ calls: number; latencies: readonly number[] }> {
  const latencies: number[] = []
  const end = performance.now() + window
  const producers = Math.max(1, inFlight / eventsPerCall)
  const keepPublishing = async (producer: number): Promise<void> => {
    let now = performance.now()
    for (let index = producer; now < end; index += producers) {
      await publish(index)
      const then = now
      now = performance.now()
      latencies.push(now - then)
    }
  }
  await Promise.all(Array.from({ length: producers }, (_, producer) => keepPublishing(producer)))
  return { calls: latencies.length, latencies }
}
