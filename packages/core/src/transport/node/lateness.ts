/**
 * How long after sending a broken connection still counts as one that was closed before, in ms. News of an earlier
 * close takes one round trip.
 */
const STALE_WINDOW = 1000

/**
 * Tells whether a request was sent more than `STALE_WINDOW` ago. One serves all requests of a connection: a timer that is
 * started again costs a third of a new one.
 */
export class Lateness {
  #timer: NodeJS.Timeout | undefined
  #isLate = false
  #round = 0

  /** A request is sent now. */
  restart(): void {
    this.#isLate = false
    this.#round++
    this.#timer = this.#timer?.refresh() ?? setTimeout(this.#onTime, STALE_WINDOW).unref()
  }

  get isLate(): boolean {
    return this.#isLate
  }

  /** Timers run before what the network brought meanwhile: look there once more before it is late. */
  readonly #onTime = (): void => {
    const round = this.#round
    setImmediate(() => {
      if (round === this.#round) this.#isLate = true
    })
  }
}
