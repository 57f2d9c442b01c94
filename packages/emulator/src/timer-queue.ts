import type { Clock } from './clock.ts'

interface Timer {
  readonly at: number
  readonly action: () => void
}

/** A time that stands still until it is moved on, and what is to be done as it passes. */
export class TimerQueue implements Clock {
  #time: number
  // In the order in which they were set, which is the order among those of one moment.
  readonly #timers = new Set<Timer>()

  /** @param startsAt In ms since 1970. */
  constructor(startsAt: number) {
    this.#time = startsAt
  }

  /** How many timers are set. */
  get pending(): number {
    return this.#timers.size
  }

  readonly now = (): number => this.#time

  readonly schedule = (action: () => void, ms: number): (() => void) => {
    const timer = { at: this.#time + ms, action }
    this.#timers.add(timer)
    return () => {
      this.#timers.delete(timer)
    }
  }

  /**
   * Goes on to the next moment at which something is due, and does all of it; to the end when nothing is due by then.
   *
   * @returns Whether something was due.
   */
  step(end: number): boolean {
    let next = Number.POSITIVE_INFINITY
    for (const { at } of this.#timers) next = Math.min(next, at)
    if (next > end) {
      this.#time = end
      return false
    }
    this.#time = next
    for (const timer of [...this.#timers]) {
      // Asked again: one of them may take back another.
      if (timer.at === next && this.#timers.delete(timer)) timer.action()
    }
    return true
  }
}
