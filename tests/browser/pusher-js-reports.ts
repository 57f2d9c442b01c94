/** Something that a client raised. Data is as JSON has it. */
interface Raised {
  readonly source: string
  readonly event: string
  readonly data: unknown
}

/** What one client raised, in order. */
export class Reports {
  readonly #all: Raised[] = []
  readonly #waiting = new Set<() => void>()

  /** Takes a report. */
  readonly put = (source: string, event: string, data: unknown): void => {
    this.#all.push({ source, event, data: data === undefined ? null : JSON.parse(JSON.stringify(data)) })
    for (const look of this.#waiting) look()
  }

  /** The data of the next event of this name that nobody has asked for. */
  next(source: string, event: string): Promise<unknown> {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const index = this.#asked(source, event)
    const look = (): void => {
      const found = this.#all.filter((each) => each.source === source && each.event === event)[index]
      if (!found) return
      this.#waiting.delete(look)
      resolve(found.data)
    }
    this.#waiting.add(look)
    look()
    return promise
  }

  /** The names of the events that a source raised so far. */
  names(source: string): string[] {
    return this.#all.filter((each) => each.source === source).map(({ event }) => event)
  }

  readonly #counts = new Map<string, number>()

  #asked(source: string, event: string): number {
    const key = `${source} ${event}`
    const count = this.#counts.get(key) ?? 0
    this.#counts.set(key, count + 1)
    return count
  }
}
