import { byId } from './element.js'

/** @param {number} count */
const format = (count) => count.toLocaleString('en')

/**
 * Shows how many entries there are, and how many of them are not to be seen.
 *
 * @param {{ shown: number, kept: number, waiting: number, skipped: number }} counts
 */
export function showCounts({ shown, kept, waiting, skipped }) {
  const parts = [shown === kept ? `${format(kept)} entries` : `${format(shown)} of ${format(kept)} entries`]
  if (waiting > 0) parts.push(`${format(waiting)} waiting`)
  if (skipped > 0) parts.push(`${format(skipped)} not shown`)
  byId('counts', HTMLElement).textContent = parts.join(' · ')
  const empty = byId('empty', HTMLElement)
  empty.hidden = shown > 0
  empty.textContent =
    kept > 0
      ? 'No entry has these words and kinds.'
      : 'Nothing yet. Connect a client, or publish an event below.'
}
