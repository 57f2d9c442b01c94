import { format, toTable } from './format.ts'
import type { Goal } from './goals.ts'
import type { Verdict } from './judge.ts'

/**
 * The goals, and what was measured.
 *
 * @param isJudging Whether to say if they are reached: not of a quick run, whose numbers are not to be relied on.
 */
export function toGoalsTable(verdicts: readonly Verdict[], isJudging: boolean): string {
  const rows = verdicts.map(({ goal, measured, isReached }) => [
    goal.what,
    goal.contender,
    toLimit(goal),
    format(measured),
    ...(isJudging ? [isReached ? 'reached' : '**missed**'] : []),
  ])
  return toTable(['what', 'who', 'goal', 'measured', ...(isJudging ? [''] : [])], rows)
}

function toLimit({ by, atLeast, atMost }: Goal): string {
  const limit = atLeast === undefined ? `≤ ${format(atMost ?? 0)}` : `≥ ${format(atLeast)}`
  if (by === 'number') return limit
  return by === 'ratio' ? `${limit} ×` : `${limit} of ${by.to}`
}
