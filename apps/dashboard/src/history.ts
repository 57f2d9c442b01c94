/** Most points that are kept: half an hour at one a second. */
const MAX_POINTS = 1_800

/** A number over time, for a chart. The oldest points go first. */
export class History {
  readonly #max: number
  /** In seconds since 1970, as charts want it. */
  readonly times: number[] = []
  /** Null while nothing was known, which is a gap in the line. */
  readonly values: (number | null)[] = []

  constructor(max: number = MAX_POINTS) {
    this.#max = max
  }

  /** @param at In ms since 1970. */
  add(at: number, value: number | null): void {
    this.times.push(at / 1_000)
    this.values.push(value)
    if (this.times.length <= this.#max) return
    this.times.shift()
    this.values.shift()
  }

  /** The last value that was known, or null when none ever was. */
  get last(): number | null {
    return this.values.findLast((value) => value !== null) ?? null
  }

  /** The highest value that is kept, and when it was, in ms since 1970. */
  get peak(): { readonly value: number; readonly at: number } | undefined {
    const value = Math.max(...this.values.map((one) => one ?? -1))
    const index = this.values.lastIndexOf(value)
    return value < 0 ? undefined : { value, at: (this.times[index] ?? 0) * 1_000 }
  }
}
