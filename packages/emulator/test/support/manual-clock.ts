import type { Clock } from '../../src/clock.ts'

interface Timer {
  readonly at: number
  readonly action: () => void
}

/** A clock that goes only when it is told to. It starts now, so that signatures are not too old for it. */
export class ManualClock implements Clock {
  readonly #timers = new Set<Timer>()
  #time = Date.now()

  readonly now = (): number => this.#time

  readonly schedule = (action: () => void, ms: number): (() => void) => {
    const timer = { at: this.#time + ms, action }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Timers that have not gone off. */
  get pending(): number {
    return this.#timers.size
  }

  /** Goes on by so many milliseconds, and calls what is due on the way. */
  advance(ms: number): void {
    const end = this.#time + ms
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#time = next.at
      this.#timers.delete(next)
      next.action()
    }
    this.#time = end
  }

  #next(end: number): Timer | undefined {
    return [...this.#timers].sort((a, b) => a.at - b.at).find(({ at }) => at <= end)
  }
}
