import type { Comparison, Result } from '../harness/comparison.ts'
import { GOALS, type Goal } from './goals.ts'

/** What was measured of a goal. */
export interface Verdict {
  readonly goal: Goal
  readonly measured: number
  readonly isReached: boolean
}

/** Compares what was measured with the goals; those that nothing was measured of are left out. */
export const judge = (comparisons: readonly Comparison[]): Verdict[] =>
  GOALS.flatMap((goal) => {
    const results = comparisons.find(({ what }) => what === goal.what)?.results
    const result = find(results, goal.contender)
    if (!results || !result) return []
    const measured = read(goal, results, result)
    const isReached = measured >= (goal.atLeast ?? 0) && measured <= (goal.atMost ?? Number.POSITIVE_INFINITY)
    return [{ goal, measured, isReached }]
  })

const find = (results: readonly Result[] | undefined, name: string): Result | undefined =>
  results?.find(({ contender }) => contender === name)

function read({ by }: Goal, results: readonly Result[], { ratio, spread }: Result): number {
  if (by === 'ratio') return ratio.median
  if (by === 'number') return spread.median
  // Both to the same baseline: a slow round of the machine is in neither.
  return ratio.median / (find(results, by.to)?.ratio.median ?? Number.NaN)
}
