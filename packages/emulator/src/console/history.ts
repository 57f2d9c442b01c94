import type { JournalEntry } from '../journal/entry.ts'
import { encodeEntry } from './encode.ts'

/** How many entries a console begins with. */
const MOST = 200
/** How many characters they may have together. */
const LENGTH = 1_048_576

/** The last entries as JSON texts, the oldest first. */
export function lastEntries(entries: readonly JournalEntry[]): readonly string[] {
  const texts: string[] = []
  let length = 0
  for (const entry of entries.toReversed()) {
    const text = encodeEntry(entry)
    length += text.length
    if (texts.length === MOST || length > LENGTH) break
    texts.push(text)
  }
  return texts.reverse()
}
