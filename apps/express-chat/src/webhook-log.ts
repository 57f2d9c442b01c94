/** A line of the log. */
export interface LogEntry {
  /** Counts up from 1, so that pages can tell what they have. */
  readonly number: number
  readonly name: string
  readonly text: string
  /** When it was received, in ms since 1970. */
  readonly at: number
}

const MAX_ENTRIES = 50

/** The last webhooks. In memory. */
export class WebhookLog {
  readonly #now: () => number
  readonly #entries: LogEntry[] = []
  readonly #listeners = new Set<(entry: LogEntry) => void>()
  #count = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** The oldest first. */
  get entries(): readonly LogEntry[] {
    return this.#entries
  }

  add(name: string, text: string): LogEntry {
    this.#count += 1
    const entry = { number: this.#count, name, text, at: this.#now() }
    this.#entries.push(entry)
    if (this.#entries.length > MAX_ENTRIES) this.#entries.shift()
    for (const listener of this.#listeners) listener(entry)
    return entry
  }

  /** Tells each new line, until the function that it returns is called. */
  listen(listener: (entry: LogEntry) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}
