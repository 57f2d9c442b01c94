/** What became of the events of one publisher so far. */
export interface Counters {
  entered: number
  accepted: number
  failed: number
}

/** The events between two flushes. It knows when the last of them is settled. */
export class Epoch {
  readonly #counters: Counters
  readonly #done = Promise.withResolvers<void>()
  #open = 0
  #isOver = false

  constructor(counters: Counters) {
    this.#counters = counters
  }

  /** An event entered the publisher. */
  enter(): void {
    this.#open++
    this.#counters.entered++
  }

  /** One of its events was settled. */
  settle(outcome: 'accepted' | 'failed'): void {
    this.#open--
    this.#counters[outcome]++
    this.#check()
  }

  /** No event enters any more. Resolves when all are settled. */
  end(): Promise<void> {
    this.#isOver = true
    this.#check()
    return this.#done.promise
  }

  #check(): void {
    if (this.#isOver && this.#open === 0) this.#done.resolve()
  }
}
