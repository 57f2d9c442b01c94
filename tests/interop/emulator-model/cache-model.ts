import { isCache } from './cast.ts'
import type { Outcome } from './outcome.ts'

const KEPT_MS = 1_800_000

/** What the emulator must do about cache channels. */
export class CacheModel {
  readonly #outcome: Outcome
  readonly #kept = new Map<string, { readonly data: number; readonly until: number }>()
  readonly #missesKnown = new Set<string>()

  constructor(outcome: Outcome) {
    this.#outcome = outcome
  }

  /** The last event of a channel, while it is kept. */
  find(channel: string, now: number): number | undefined {
    const kept = this.#kept.get(channel)
    return kept && kept.until > now ? kept.data : undefined
  }

  keep(channel: string, data: number, now: number): void {
    if (!isCache(channel)) return
    this.#kept.set(channel, { data, until: now + KEPT_MS })
    this.#missesKnown.delete(channel)
  }

  welcome(client: number, channel: string, now: number): void {
    if (!isCache(channel)) return
    const data = this.find(channel, now)
    if (data !== undefined) {
      this.#missesKnown.delete(channel)
      this.#outcome.say([client], { event: 'news', channel, data })
      return
    }
    this.#outcome.say([client], { event: 'pusher:cache_miss', channel })
    if (!this.#missesKnown.has(channel)) this.#outcome.tell({ name: 'cache_miss', channel })
    this.#missesKnown.add(channel)
  }

  vacate(channel: string): void {
    this.#missesKnown.delete(channel)
  }
}
