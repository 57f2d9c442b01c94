import { type Spread, toSpread } from './spread.ts'

/** What numbers are of. */
export type Unit =
  | 'events/s'
  | 'requests/s'
  | 'µs'
  | 'ms'
  | 'bytes'
  | 'connections'
  | 'µs of processor an event'

/** One contender's numbers. */
export interface Result {
  readonly contender: string
  readonly spread: Spread
  /** To the baseline: the spread of the ratios of the rounds, so that what slows a whole round changes nothing. */
  readonly ratio: Spread
}

/** The same thing done by several contenders, in turns. */
export interface Comparison {
  /** What was done. Unique: the goals refer to it. */
  readonly what: string
  readonly unit: Unit
  readonly baseline: string
  readonly results: readonly Result[]
}

/** The numbers of each contender, one a round, in the order of the rounds. */
export type Rounds = ReadonlyMap<string, readonly number[]>

/** @throws RangeError when nobody measured the baseline, or somebody not in every round. */
export function compare(what: string, unit: Unit, rounds: Rounds, baseline: string): Comparison {
  const base = rounds.get(baseline)
  if (!base) throw new RangeError(`${what}: ${baseline} was not measured`)
  const results = [...rounds].map(([contender, numbers]) => {
    if (numbers.length !== base.length) {
      throw new RangeError(`${what}: ${contender} has ${numbers.length} rounds, ${baseline} ${base.length}`)
    }
    const ratios = numbers.map((number, round) => number / (base[round] ?? Number.NaN))
    return { contender, spread: toSpread(numbers), ratio: toSpread(ratios) }
  })
  return { what, unit, baseline, results }
}

/** A comparison of numbers that do not vary, such as sizes. */
export const compareOnce = (
  what: string,
  unit: Unit,
  numbers: Readonly<Record<string, number>>,
  baseline: string,
): Comparison =>
  compare(what, unit, new Map(Object.entries(numbers).map(([name, number]) => [name, [number]])), baseline)
