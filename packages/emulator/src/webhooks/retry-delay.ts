const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/**
 * How long to wait before the next try, in ms: 1 s after the first one, twice as long after each other one, a minute at
 * most; and of that a random part, half at least, so that what failed together does not come back together.
 *
 * Hosted Pusher documents "exponential backoff" and no numbers.
 *
 * @param attempt Which try failed, from 1.
 * @param random From 0 to 1.
 */
export function retryDelay(attempt: number, random: number): number {
  const longest = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS)
  return Math.round((longest * (1 + random)) / 2)
}
