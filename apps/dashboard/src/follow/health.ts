import type { PusherQueryError } from '@pusherkit/query'

/** Which questions have no answer right now, and so whether the page shows what is. */
export class Health {
  readonly #failing = new Map<string, PusherQueryError>()
  readonly #tell: (health: Health) => void

  /** @param tell Called whenever it turns offline, turns online, or fails for another reason. */
  constructor(tell: (health: Health) => void) {
    this.#tell = tell
  }

  /** Why the page is offline, or undefined while it is live. */
  get error(): PusherQueryError | undefined {
    return [...this.#failing.values()][0]
  }

  fail(question: string, error: PusherQueryError): void {
    this.#change(() => this.#failing.set(question, error))
  }

  /** It was answered, or nobody asks it any more. */
  settle(question: string): void {
    this.#change(() => this.#failing.delete(question))
  }

  #change(action: () => void): void {
    const before = this.error?.code
    action()
    if (this.error?.code !== before) this.#tell(this)
  }
}
