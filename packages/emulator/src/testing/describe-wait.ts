import { inspect } from 'node:util'
import type { JournalEntry } from '../journal/entry.ts'

/** How many entries an error shows. */
const SHOWN = 5

const show = (value: unknown): string => inspect(value, { breakLength: 120, depth: 4, maxStringLength: 200 })

/** What is waited for, in words. */
export const describeWait = (kind: string, match: unknown): string =>
  match === undefined ? kind : `${kind} like ${show(match)}`

/**
 * Why nothing came: what there was instead.
 *
 * @param entries All of this kind.
 */
export function describeTimeout(what: string, timeout: number, entries: readonly JournalEntry[]): string {
  const beginning = `No ${what} within ${timeout} ms`
  if (entries.length === 0) return `${beginning}; there was none at all`
  const last = entries.slice(-SHOWN).map((entry) => `\n  ${show(entry)}`)
  return `${beginning}; of this kind there were ${entries.length}, the last of them:${last.join('')}`
}
