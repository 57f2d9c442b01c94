import type { Socket } from 'node:net'
import type { buildConnector } from 'undici'
import type { OpenConnection } from './open-connection.ts'

/** What is known of one client's connection, which is opened anew whenever it was closed. */
export class Line {
  /** How many requests the connection has carried. */
  served = 0
  /** How many requests wait for it to open, or for their turn. */
  waiting = 0
  /** The connection, or the last one there was. Undefined while one is being opened. */
  socket: Socket | undefined
  #opening: AbortController | undefined

  /** Connects, in the way that undici asks for it. */
  connector(open: OpenConnection): buildConnector.connector {
    return (_options, callback) => {
      const opening = new AbortController()
      this.#opening = opening
      this.socket = undefined
      open(opening.signal).then(
        (socket) => {
          this.#opening = undefined
          this.served = 0
          this.socket = socket
          callback(null, socket)
        },
        (error: Error) => {
          this.#opening = undefined
          callback(error, null)
        },
      )
    }
  }

  /** A request does not wait any more. A connection that was being opened for it alone is given up. */
  leave(): void {
    this.waiting--
    if (this.waiting === 0) this.#opening?.abort()
  }
}
