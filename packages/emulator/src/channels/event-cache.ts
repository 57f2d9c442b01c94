import type { ChannelEvent } from '../protocol/server-frames.ts'

/** How long an event is kept, in ms: 30 minutes. Source: Channels "Cache channels", FAQ. */
const KEPT_MS = 1_800_000
/** How many channels have one: a program that makes up names all day must not fill the memory. */
const MOST = 10_000

/** The last event of a cache channel. */
export interface CachedEvent {
  readonly event: ChannelEvent
  /** For how many seconds more it is kept, 1 to 1800. */
  readonly ttl: number
}

/**
 * The last event of each cache channel of one app, also while nobody is subscribed. There are no timers: an event's
 * age is looked at when somebody asks, and the old ones leave when a new one comes. With 10,000 channels the oldest leaves
 * for a new one.
 */
export class EventCache {
  readonly #now: () => number
  // In the order of their times: what is kept anew goes to the end.
  readonly #kept = new Map<string, { readonly event: ChannelEvent; readonly until: number }>()

  /** @param now The clock, in ms. */
  constructor(now: () => number) {
    this.#now = now
  }

  /** Channels with an event, the expired ones that are still there included. */
  get size(): number {
    return this.#kept.size
  }

  /** Keeps an event in the place of the one before it. */
  keep(event: ChannelEvent): void {
    const now = this.#now()
    this.#kept.delete(event.channel)
    for (const [channel, { until }] of this.#kept) {
      if (until > now && this.#kept.size < MOST) break
      this.#kept.delete(channel)
    }
    this.#kept.set(event.channel, { event, until: now + KEPT_MS })
  }

  /** Forgets everything. */
  clear(): void {
    this.#kept.clear()
  }

  /** The last event, if it is not too old. */
  find(channel: string): CachedEvent | undefined {
    const kept = this.#kept.get(channel)
    const left = kept ? kept.until - this.#now() : 0
    return kept && left > 0 ? { event: kept.event, ttl: Math.ceil(left / 1000) } : undefined
  }
}
