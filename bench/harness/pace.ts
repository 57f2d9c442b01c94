/** How long to measure. */
export interface Pace {
  /** Measured rounds. Every contender is measured once a round. */
  readonly rounds: number
  /** Rounds before them, which count for nothing: code is compiled and connections are opened there. */
  readonly warmUp: number
  /** How long one contender is measured in one round, in ms. */
  readonly window: number
  /** Whether counts of events and processes are small too. */
  readonly isQuick: boolean
}

export const FULL: Pace = { rounds: 7, warmUp: 3, window: 300, isQuick: false }
/** For a look at every scenario in less than a minute. Its numbers are not to be relied on. */
export const QUICK: Pace = { rounds: 1, warmUp: 1, window: 20, isQuick: true }
