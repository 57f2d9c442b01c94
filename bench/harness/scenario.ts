import type { Comparison } from './comparison.ts'
import type { Pace } from './pace.ts'

/** What can be measured by itself, in a process of its own. */
export interface Scenario {
  /** One sentence on what is done, for the results. */
  readonly about: string
  readonly run: (pace: Pace) => Promise<readonly Comparison[]>
}
