import { guard } from '../feed/guard.ts'
import type { World } from '../world.ts'
import type { JournalEntry } from './entry.ts'
import type { Journal } from './journal.ts'
import type { News } from './news.ts'

/** A journal that can be written. */
export interface JournalKeeper extends Journal {
  /** Writes an entry and tells every listener before it returns. One that throws becomes a warning of the process. */
  readonly record: (appId: string, news: News) => void
  /** Forgets every entry. The next one is numbered on, and the listeners stay. */
  readonly clear: () => void
}

/**
 * Makes an empty journal.
 *
 * @param limit How many entries it keeps.
 */
export function createJournal(limit: number, { clock, warn }: Pick<World, 'clock' | 'warn'>): JournalKeeper {
  // A ring: an entry overwrites the one that is `limit` older.
  let ring: JournalEntry[] = []
  let next = 0
  let seq = 0
  const listeners = new Set<{ readonly hear: (entry: JournalEntry) => void }>()
  return {
    get entries() {
      return [...ring.slice(next), ...ring.slice(0, next)]
    },
    subscribe: (listener) => {
      const guarded = { hear: guard(listener, warn) }
      listeners.add(guarded)
      return () => {
        listeners.delete(guarded)
      }
    },
    record: (appId, news) => {
      const entry: JournalEntry = Object.freeze({ seq: ++seq, at: clock.now(), appId, ...news })
      ring[next] = entry
      next = (next + 1) % limit
      for (const { hear } of [...listeners]) hear(entry)
    },
    clear: () => {
      ring = []
      next = 0
    },
  }
}
