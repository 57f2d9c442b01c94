/** @import { JournalEntry } from '../src/journal/entry.ts' */
import { byId } from './element.js'
import { Queue } from './queue.js'
import { createNote, createRow } from './row.js'

/** How many lines the page keeps. */
const MOST = 1_000
/** Entries that are not shown are counted in one line for so long, in ms. */
const GAP_MS = 1_000

/** @typedef {{ row: HTMLElement, entry: JournalEntry | undefined, text: string }} Line */

const list = byId('log', HTMLOListElement)

/** The list of entries, the newest on top. Draws once a frame, however many come. */
export class Log {
  #queue = new Queue(MOST)
  /** @type {Line[]} The newest last. */
  #lines = []
  #isPaused = false
  #isDue = false
  #skipped = 0
  #gap = { at: 0, count: 0, row: createNote('') }
  #isWanted
  #onChange

  /**
   * @param {(entry: JournalEntry, text: string) => boolean} isWanted Whether a line is to be seen; `text` is all of it
   * in lower case.
   * @param {(counts: { shown: number, kept: number, waiting: number, skipped: number }) => void} onChange
   */
  constructor(isWanted, onChange) {
    this.#isWanted = isWanted
    this.#onChange = onChange
  }

  /**
   * @param {readonly JournalEntry[]} entries
   * @param {number} skipped How many more there were.
   */
  add(entries, skipped) {
    this.#queue.add(entries, skipped)
    this.#wake()
  }

  /** @param {string} text */
  note(text) {
    this.#insert([{ row: createNote(text), entry: undefined, text }])
  }

  /** @param {boolean} isPaused */
  pause(isPaused) {
    this.#isPaused = isPaused
    this.#wake()
  }

  clear() {
    this.#queue.take()
    this.#lines = []
    this.#skipped = 0
    this.#gap.at = 0
    list.replaceChildren()
    this.#tell()
  }

  /** To be called when other lines are wanted than before. */
  refilter() {
    for (const line of this.#lines) this.#judge(line)
    this.#tell()
  }

  #wake() {
    if (this.#isDue) return
    this.#isDue = true
    requestAnimationFrame(() => {
      this.#isDue = false
      if (!this.#isPaused) this.#insert(this.#queue.take().flatMap((waiting) => this.#toLines(waiting)))
      this.#tell()
    })
  }

  /**
   * @param {JournalEntry | number} waiting
   * @returns {Line[]}
   */
  #toLines(waiting) {
    if (typeof waiting === 'number') return this.#countSkipped(waiting)
    return [{ row: createRow(waiting), entry: waiting, text: JSON.stringify(waiting).toLowerCase() }]
  }

  /**
   * @param {number} count
   * @returns {Line[]} A new line, when the last one is too old to count in.
   */
  #countSkipped(count) {
    this.#skipped += count
    const isNew = performance.now() - this.#gap.at > GAP_MS
    if (isNew) this.#gap = { at: performance.now(), count: 0, row: createNote('') }
    this.#gap.count += count
    this.#gap.row.textContent = `… ${this.#gap.count.toLocaleString('en')} not shown: they came too fast`
    return isNew ? [{ row: this.#gap.row, entry: undefined, text: '' }] : []
  }

  /** @param {Line[]} lines */
  #insert(lines) {
    if (lines.length === 0) return
    for (const line of lines) this.#judge(line)
    this.#lines.push(...lines)
    const over = this.#lines.splice(0, Math.max(0, this.#lines.length - MOST))
    const hadFocus = over.some(({ row }) => row.contains(document.activeElement))
    for (const { row } of over) row.remove()
    list.prepend(
      ...lines
        .slice(-MOST)
        .reverse()
        .map(({ row }) => row),
    )
    if (hadFocus) list.focus()
  }

  /** @param {Line} line */
  #judge({ row, entry, text }) {
    row.hidden = entry !== undefined && !this.#isWanted(entry, text)
  }

  #tell() {
    const entries = this.#lines.filter(({ entry }) => entry)
    this.#onChange({
      shown: entries.filter(({ row }) => !row.hidden).length,
      kept: entries.length,
      waiting: this.#isPaused ? this.#queue.length : 0,
      skipped: this.#skipped,
    })
  }
}
