import type { Clock } from '../../../src/clock.ts'

interface Timer {
  readonly at: number
  readonly action: () => void
}

/** A clock that stands still until it is moved on. Timers go off in the order of their times. */
export class ManualClock implements Clock {
  #time = 1_700_000_000_000
  readonly #timers = new Set<Timer>()

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

  advance(ms: number): void {
    const end = this.#time + ms
    for (let timer = this.#nextUntil(end); timer; timer = this.#nextUntil(end)) {
      this.#timers.delete(timer)
      this.#time = timer.at
      timer.action()
    }
    this.#time = end
  }

  #nextUntil(end: number): Timer | undefined {
    const due = [...this.#timers].filter(({ at }) => at <= end)
    return due.sort((a, b) => a.at - b.at)[0]
  }
}
