/** The time, and a way to be called later: whatever happens by the clock is given one, so that tests can turn it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /**
   * Calls back once, after so many milliseconds. Keeps no process alive.
   *
   * @returns Takes it back. Does nothing when it is too late.
   */
  readonly schedule: (action: () => void, ms: number) => () => void
  /** Told of network traffic that began: a clock that is turned by hand may wait for its end before it goes on. */
  readonly track?: ((traffic: Promise<unknown>) => void) | undefined
}
