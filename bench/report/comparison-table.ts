import type { Comparison } from '../harness/comparison.ts'
import { format, toTable } from './format.ts'

/** What was measured, as a table: medians, with the quartiles in brackets. */
export function toComparisonTable({ what, unit, baseline, results }: Comparison): string {
  const varies = results.some(({ spread }) => spread.low !== spread.high)
  const show = ({ median, low, high }: { median: number; low: number; high: number }): string =>
    varies ? `${format(median)} (${format(low)}–${format(high)})` : format(median)
  const rows = results.map(({ contender, spread, ratio }) => [contender, show(spread), show(ratio)])
  return toTable([what, unit, `to ${baseline}`], rows)
}
