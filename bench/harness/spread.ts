/** The middle of some numbers, and the quarters below and above it. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/**
 * The median and the quartiles, linearly interpolated between neighbours.
 *
 * @throws RangeError without numbers: nothing was measured.
 */
export function toSpread(numbers: readonly number[]): Spread {
  if (numbers.length === 0) throw new RangeError('There is no median of no numbers')
  const sorted = numbers.toSorted((a, b) => a - b)
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) }
}

function quantile(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1)
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}
