import { MAX_TIME } from '../call-options.ts'
import type { PusherQueryError } from '../query-error.ts'

/**
 * How long to wait after a number of failures in a row, in ms: twice as long each time up to `max`, less up to half of
 * it by chance, so that all the clients of a server that comes back do not come at once. What the server asks for
 * counts when it is longer.
 *
 * @param random From 0 to 1.
 */
export function delayAfter(
  failures: number,
  { retryAfter = 0 }: Pick<PusherQueryError, 'retryAfter'>,
  { every, max, random }: { readonly every: number; readonly max: number; readonly random: number },
): number {
  const longest = Math.min(every * 2 ** failures, Math.max(every, max))
  return Math.min(Math.max(longest * (1 - random / 2), retryAfter), MAX_TIME)
}
