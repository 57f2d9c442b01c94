import type { Comparison } from '../harness/comparison.ts'

/** What a scenario measured. */
export interface Measured {
  readonly name: string
  readonly about: string
  readonly comparisons: readonly Comparison[]
}
