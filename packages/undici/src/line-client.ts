import { Client, type Dispatcher } from 'undici'
import { Exchange } from './exchange.ts'
import { Line } from './line.ts'
import type { OpenConnection } from './open-connection.ts'

/** One connection of a pool, which tells each exchange what it has been used for. */
export class LineClient extends Client {
  readonly #line: Line
  readonly #pipelining: number

  constructor(origin: URL, options: Client.Options, open: OpenConnection) {
    const line = new Line()
    super(origin, { ...options, connect: line.connector(open) })
    this.#line = line
    this.#pipelining = this.pipelining
  }

  /**
   * Takes the next request at once. By itself undici does so a turn of the event loop after an answer, in case the
   * server closes the connection then, and opens another one meanwhile. We send such a request again.
   */
  proceed(): void {
    this.pipelining = this.#pipelining
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    if (handler instanceof Exchange) {
      // It was given up while it waited in the pool, and this client can take another.
      if (handler.isSettled) return true
      handler.enter(this, this.#line)
    }
    return super.dispatch(options, handler)
  }
}
