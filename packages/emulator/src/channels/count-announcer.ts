import type { Clock } from '../clock.ts'
import type { Channel } from './channel.ts'

/** Above so many subscriptions a channel is busy. Source: Channels webhooks, `subscription_count`. */
const BUSY = 100
/** How often the count of a busy channel is announced at most, in ms. */
const INTERVAL_MS = 5_000

interface Announcement {
  readonly count: number
  readonly at: number
  /** Takes back the announcement that is due, if one is. */
  cancel: (() => void) | undefined
}

/**
 * Decides when the number of a channel's subscriptions is worth telling: at every change, but on channels with more
 * than 100 of them every 5 seconds at most, and only while it changes.
 */
export class CountAnnouncer {
  readonly #announce: (channel: Channel) => void
  readonly #clock: Clock
  readonly #last = new Map<string, Announcement>()

  constructor(announce: (channel: Channel) => void, clock: Clock) {
    this.#announce = announce
    this.#clock = clock
  }

  /** To be called after every change. */
  changed(channel: Channel): void {
    const last = this.#last.get(channel.name)
    const wait = last ? last.at + INTERVAL_MS - this.#clock.now() : 0
    if (!last || channel.subscriptionCount <= BUSY || wait <= 0) this.#tell(channel)
    else last.cancel ??= this.#clock.schedule(() => this.#tell(channel), wait)
  }

  #tell(channel: Channel): void {
    const last = this.#last.get(channel.name)
    last?.cancel?.()
    const count = channel.subscriptionCount
    if (count === 0) this.#last.delete(channel.name)
    else this.#last.set(channel.name, { count, at: this.#clock.now(), cancel: undefined })
    // It may have come and gone in the meantime.
    if (count !== last?.count) this.#announce(channel)
  }
}
