import type { Happening } from '../feed/happening.ts'

/** A happening that waits to be sent. */
export interface Queued {
  readonly happening: Happening
  /** When it was queued, in ms since 1970. */
  readonly since: number
  /** Its place among all that were queued. */
  readonly place: number
}

/**
 * What waits to be sent, in one queue per channel. A channel is blocked from the moment something of it is taken until
 * that is released, so that nothing can overtake an event that is tried again.
 */
export class ChannelQueues {
  readonly #waiting = new Map<string, Queued[]>()
  readonly #blocked = new Set<string>()
  /** Channels that have something waiting and are not blocked, in the order in which they came to be so. */
  readonly #ready = new Set<string>()
  #places = 0
  #size = 0

  /** How many happenings wait. */
  get size(): number {
    return this.#size
  }

  /** Whether nothing waits and no channel is blocked. */
  get isEmpty(): boolean {
    return this.#waiting.size === 0 && this.#blocked.size === 0
  }

  /** Queues a happening behind the others of its channel. */
  put(happening: Happening, now: number): void {
    const { channel } = happening
    const queue = this.#waiting.get(channel) ?? []
    this.#waiting.set(channel, queue)
    this.#size++
    queue.push({ happening, since: now, place: this.#places++ })
    if (!this.#blocked.has(channel)) this.#ready.add(channel)
  }

  /** Takes up to so many happenings of channels that are not blocked, in the order in which they came, and blocks these. */
  take(limit: number): readonly Queued[] {
    const taken: Queued[] = []
    for (const channel of this.#ready) {
      if (taken.length >= limit) break
      const queue = this.#waiting.get(channel) ?? []
      taken.push(...queue.splice(0, limit - taken.length))
      if (queue.length === 0) this.#waiting.delete(channel)
      this.#ready.delete(channel)
      this.#blocked.add(channel)
    }
    this.#size -= taken.length
    return taken.sort((a, b) => a.place - b.place)
  }

  /** What was taken of these channels is done: the next of each may go. */
  release(channels: Iterable<string>): void {
    for (const channel of channels) {
      this.#blocked.delete(channel)
      if (this.#waiting.has(channel)) this.#ready.add(channel)
    }
  }

  /** Forgets everything. */
  clear(): void {
    this.#waiting.clear()
    this.#size = 0
    this.#blocked.clear()
    this.#ready.clear()
  }
}
