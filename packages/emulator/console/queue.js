/** @import { JournalEntry } from '../src/journal/entry.ts' */

/** What waits to be shown: entries, and between them how many are not shown. @typedef {JournalEntry | number} Waiting */

/** Entries that wait for the next frame, or for the end of a pause. Bounded: the oldest are counted instead. */
export class Queue {
  #most
  /** @type {Waiting[]} */
  #waiting = []
  /** How many have been dropped from the front. */
  #dropped = 0

  /** @param {number} most */
  constructor(most) {
    this.#most = most
  }

  get length() {
    return this.#waiting.length
  }

  /**
   * @param {readonly JournalEntry[]} entries
   * @param {number} skipped How many more there were.
   */
  add(entries, skipped) {
    this.#waiting.push(...entries)
    if (skipped > 0) this.#waiting.push(skipped)
    const over = this.#waiting.length - this.#most
    if (over <= 0) return
    for (const dropped of this.#waiting.splice(0, over))
      this.#dropped += typeof dropped === 'number' ? dropped : 1
  }

  /** Everything that waits, the oldest first. */
  take() {
    const waiting = this.#dropped > 0 ? [this.#dropped, ...this.#waiting] : this.#waiting
    this.#waiting = []
    this.#dropped = 0
    return waiting
  }
}
