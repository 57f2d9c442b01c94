/** How often one address may be wrong before it has to wait. */
const FREE = 5
/** How long it then waits, in ms. */
const WAIT = 60_000
/** Most addresses that are remembered. The oldest go first. */
const MAX_ADDRESSES = 1_000

interface Failures {
  readonly count: number
  readonly last: number
}

/** Counts wrong passwords by address, so that nobody tries a list of them. In memory. */
export class Attempts {
  readonly #now: () => number
  readonly #failures = new Map<string, Failures>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** How long an address has to wait before it may try again, in ms; 0 when it need not. */
  delay(address: string): number {
    const { count, last } = this.#recent(address)
    return count < FREE ? 0 : last + WAIT - this.#now()
  }

  fail(address: string): void {
    const { count } = this.#recent(address)
    // Anew, so that the first key is always the oldest.
    this.#failures.delete(address)
    this.#failures.set(address, { count: count + 1, last: this.#now() })
    const [oldest] = this.#failures.keys()
    if (this.#failures.size > MAX_ADDRESSES && oldest !== undefined) this.#failures.delete(oldest)
  }

  forget(address: string): void {
    this.#failures.delete(address)
  }

  #recent(address: string): Failures {
    const failures = this.#failures.get(address)
    return failures && failures.last + WAIT > this.#now() ? failures : { count: 0, last: 0 }
  }
}
