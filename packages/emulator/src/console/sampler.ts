import type { JournalEntry } from '../journal/entry.ts'
import { encodeEntry } from './encode.ts'

/** What a console gets in one go. */
export interface Batch {
  /** As JSON text, in order. */
  readonly entries: readonly string[]
  /** How many entries were left out since the last batch. */
  readonly skipped: number
}

/** How many entries a second a console gets in the long run: more than anybody reads. */
const RATE = 100
/** How many it gets at once when it was quiet before: a page that loads and subscribes to a lot. */
const BURST = 300
/** Most characters of one batch: large events use up the room of several. */
const BATCH_LENGTH = 524_288

/** Picks the entries for one console, so that 1,000 events a second neither fill its socket nor freeze its page. */
export class Sampler {
  readonly #now: () => number
  #room = BURST
  #last: number
  #entries: string[] = []
  #length = 0
  #skipped = 0

  /** @param now The clock, in ms. */
  constructor(now: () => number) {
    this.#now = now
    this.#last = now()
  }

  /** Keeps an entry for the next batch, or counts it. */
  offer(entry: JournalEntry): void {
    const now = this.#now()
    this.#room = Math.min(BURST, this.#room + ((now - this.#last) * RATE) / 1000)
    this.#last = now
    if (this.#room < 1 || this.#length >= BATCH_LENGTH) {
      this.#skipped++
      return
    }
    this.#room--
    const text = encodeEntry(entry)
    this.#length += text.length
    this.#entries.push(text)
  }

  /** Whether there is nothing to tell. */
  get isEmpty(): boolean {
    return this.#entries.length === 0 && this.#skipped === 0
  }

  /** Everything since the last time. */
  take(): Batch {
    const batch = { entries: this.#entries, skipped: this.#skipped }
    this.#entries = []
    this.#length = 0
    this.#skipped = 0
    return batch
  }

  /** Counts what was kept as left out: nobody could take it. */
  drop(): void {
    this.#skipped += this.#entries.length
    this.#entries = []
    this.#length = 0
  }
}
