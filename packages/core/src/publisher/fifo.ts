const WORTH_COMPACTING = 64

/** First in, first out, both in constant time: `Array.prototype.shift` moves every element of a long array. */
export class Fifo<T> {
  #items: (T | undefined)[] = []
  #start = 0

  /** What comes out next. */
  get first(): T | undefined {
    return this.#items[this.#start]
  }

  push(item: T): void {
    // A literal takes the room of one element; the first `push` to an empty array takes that of 17.
    if (this.#items.length === 0) this.#items = [item]
    else this.#items.push(item)
  }

  shift(): T | undefined {
    const { first } = this
    if (this.#start === this.#items.length) return first
    this.#items[this.#start++] = undefined
    if (this.#start === this.#items.length) {
      this.#items = []
      this.#start = 0
    } else if (this.#start >= WORTH_COMPACTING && this.#start * 2 >= this.#items.length) {
      this.#items = this.#items.slice(this.#start)
      this.#start = 0
    }
    return first
  }
}
