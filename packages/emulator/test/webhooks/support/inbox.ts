/** Things that come one after the other, whenever they come. */
export class Inbox<T> {
  /** Everything that came. */
  readonly all: T[] = []
  readonly #unread: T[] = []
  readonly #waiting: ((item: T) => void)[] = []

  put(item: T): void {
    this.all.push(item)
    const waiting = this.#waiting.shift()
    if (waiting) waiting(item)
    else this.#unread.push(item)
  }

  /** The next one that nobody has asked for. */
  next(): Promise<T> {
    const item = this.#unread.shift()
    return item === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(item)
  }
}
