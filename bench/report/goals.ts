/** A ratio or a number that we want to reach. */
export interface Goal {
  /** Which comparison tells, and who of it. */
  readonly what: string
  readonly contender: string
  /** The ratio to the baseline, the number itself, or the ratio to another contender. */
  readonly by: 'ratio' | 'number' | { readonly to: string }
  readonly atLeast?: number
  readonly atMost?: number
}

const HTTPS_100 = 'https, 100 in flight'
const HTTPS_100_CPU = `${HTTPS_100}: processor`
const RAW = 'raw sockets, batches'

const atLeast = (what: string, contender: string, limit: number): Goal => ({
  what,
  contender,
  by: 'ratio',
  atLeast: limit,
})
const atMost = (what: string, contender: string, limit: number): Goal => ({
  what,
  contender,
  by: 'ratio',
  atMost: limit,
})
const numberAtMost = (what: string, contender: string, limit: number): Goal => ({
  what,
  contender,
  by: 'number',
  atMost: limit,
})
const ofRaw = (contender: string): Goal => ({ what: HTTPS_100, contender, by: { to: RAW }, atLeast: 0.5 })

export const GOALS: readonly Goal[] = [
  atLeast(HTTPS_100, 'undici', 5),
  atLeast(HTTPS_100, 'default', 2.5),
  atLeast(HTTPS_100, 'publisher, default', 22),
  atLeast(HTTPS_100, 'publisher, default, one channel', 22),
  atLeast(HTTPS_100, 'publisher, undici', 33),
  atLeast(HTTPS_100, 'publisher, undici, one channel', 33),
  atLeast(`${HTTPS_100}, channels at random`, 'publisher, default', 22),
  atLeast(`${HTTPS_100}, channels at random`, 'publisher, undici', 33),
  ofRaw('publisher, default'),
  ofRaw('publisher, undici'),
  atLeast('20 ms away, 1,000 in flight', 'publisher, default', 25),
  atLeast('20 ms away, 1,000 in flight', 'publisher, undici', 25),
  atLeast('20 ms away, 1,000 at once', 'publisher, default', 25),
  atLeast('20 ms away, 1,000 at once', 'publisher, undici', 25),
  atMost(HTTPS_100_CPU, 'publisher, default', 1 / 20),
  atMost(HTTPS_100_CPU, 'publisher, undici', 1 / 28),
  numberAtMost('memory of a pending event', 'publisher, default', 1_100),
  atLeast('https, 1 in flight', 'default', 1.3),
  atLeast('https, 1 in flight', 'undici', 1.5),
  atMost('https, 1 in flight: latency', 'default', 1 / 1.3),
  atMost('https, 1 in flight: latency', 'undici', 1 / 1.5),
  atMost('sign a request with a body of 100 B', 'core', 0.5),
  atMost('authorize a private channel', 'core', 0.6),
  atMost('verify a webhook of 1 kB', 'core', 0.2),
  atMost('encrypted trigger of 1000 B', 'core', 0.3),
  atMost('import', 'core', 0.3),
  atMost('first event, https', 'default', 0.65),
  numberAtMost('connections, 1,000 in flight', 'default', 64),
  numberAtMost('connections, 1,000 in flight', 'undici', 64),
  numberAtMost('connections, one event every 5.5 s', 'default', 1),
  numberAtMost('connections, one event every 5.5 s', 'undici', 1),
  numberAtMost('bundle, min+gzip', 'core', 9_000),
  // Flat: what is held at the end is what was held after the first 200,000.
  atMost('memory after a million events', 'after 10 tenths', 1.1),
  // The goal is 0.8 of the rate.
  atMost('emulator: one event to 5000 subscribers', 'emulator', 1 / 0.8),
]
