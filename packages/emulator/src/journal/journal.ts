import type { JournalEntry } from './entry.ts'

/** What happened, in order: the last entries, and whoever wants to hear the next ones. */
export interface Journal {
  /** The oldest first. Bounded: the oldest are dropped. */
  readonly entries: readonly JournalEntry[]
  /**
   * Listens from now on.
   *
   * @returns Ends the listening.
   */
  readonly subscribe: (listener: (entry: JournalEntry) => void) => () => void
}
