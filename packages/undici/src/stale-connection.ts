import type { Line } from './line.ts'

/**
 * How long after sending a broken connection still counts as one that was closed before, in ms. News of an earlier
 * close takes one round trip.
 */
const STALE_WINDOW = 1000

const SIGNS = ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET']

/** Whether an error says that a connection was closed by the other side. */
export const isClosedByPeer = (error: Error): boolean => 'code' in error && SIGNS.includes(String(error.code))

/** Watches one request on its connection, from the moment it is sent. */
export interface Watch {
  /** Whether the request failed because its kept-alive connection had been closed by the server already. */
  readonly isStale: (error: Error) => boolean
  /** To be called when the request has ended. */
  readonly stop: () => void
}

/** A new connection is not closed for being idle. */
const FRESH: Watch = { isStale: () => false, stop: () => {} }

/**
 * Decides as core's own transport does whether a request may be sent again: the connection was used before, not a byte
 * of an answer came, and it broke within `STALE_WINDOW` of sending. A server that closes later had the request in its
 * hands, and may have published it. Time that this process spent elsewhere does not count, as the news may have been
 * waiting here.
 *
 * A connection of HTTP/2 carries other answers at the same time, so that its bytes tell nothing.
 */
export function watchForStaleConnection(line: Line): Watch {
  const { socket } = line
  const isReused = line.served++ > 0
  if (!isReused || !socket || ('alpnProtocol' in socket && socket.alpnProtocol === 'h2')) return FRESH
  const bytesBefore = socket.bytesRead
  let isLate = false
  // Timers run before what the network brought meanwhile: look there once more before it is late. The error comes
  // only when the connection is closed all through, a moment after the news.
  const timer = setTimeout(() => {
    setImmediate(() => {
      isLate = !socket.destroyed
    })
  }, STALE_WINDOW)
  return {
    isStale: (error) => !isLate && socket.bytesRead === bytesBefore && isClosedByPeer(error),
    stop: () => clearTimeout(timer),
  }
}
