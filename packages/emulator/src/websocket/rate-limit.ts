/** Lets so many things happen in any second. */
export interface RateLimit {
  /** Counts one more. False when it is one too many, which does not count. */
  readonly take: () => boolean
}

const WINDOW_MS = 1_000

/**
 * Makes a limit that looks at the last second, wherever it begins.
 *
 * @param most How many may happen in it.
 * @param now The clock, in ms.
 */
export function createRateLimit(most: number, now: () => number): RateLimit {
  let times: number[] = []
  const take = (): boolean => {
    const time = now()
    times = times.filter((before) => before > time - WINDOW_MS)
    if (times.length >= most) return false
    times.push(time)
    return true
  }
  return { take }
}
