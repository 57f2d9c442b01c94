import type { ClientRequest } from 'node:http'
import type { Socket } from 'node:net'
import { Lateness } from './lateness.ts'

const SIGNS = ['ECONNRESET', 'EPIPE', 'ECONNABORTED']

/** Connections that have carried a request. Node's own mark is missing when one goes straight to a waiting request. */
const used = new WeakMap<Socket, Lateness>()

/**
 * Tells whether a request failed because its kept-alive connection had been closed by the server already.
 *
 * A server may close an idle connection at any time. When a request crosses that close on the wire, the server's
 * kernel throws it away, and we see a reset or an end in place of an answer. That is nobody's failure: browsers
 * send such a request again without a word, publishes included.
 *
 * Sending a publish again must not publish it twice, so all of these have to hold:
 *
 * - The connection was used before. A new one is not closed for being idle.
 * - Not a byte of an answer came. A server that answers has read the request.
 * - It broke within `STALE_WINDOW` of sending, as a connection does that was closed before. A server or a load
 *   balancer that closes later had the request in its hands, and may have published it. Time that this process
 *   spent elsewhere does not count, as the news may have been waiting here.
 *
 * What is left is a server that takes a publish and dies in that window before it answers: from here it looks the
 * same. It is far rarer than an idle connection that was closed, and the request is sent again only once, on a new
 * connection, where none of this applies.
 */
export function watchForStaleConnection(request: ClientRequest): (error: unknown) => boolean {
  let socket: Socket | undefined
  let lateness: Lateness | undefined
  let isReused = false
  let bytesBefore = 0
  request.once('socket', (assigned) => {
    socket = assigned
    bytesBefore = assigned.bytesRead
    const known = used.get(assigned)
    isReused = request.reusedSocket || known !== undefined
    lateness = known ?? new Lateness()
    if (!known) used.set(assigned, lateness)
    if (isReused) lateness.restart()
  })
  return (error) =>
    isReused &&
    lateness?.isLate === false &&
    // An agent of the caller may give a stream that does not count its bytes.
    Number.isInteger(bytesBefore) &&
    socket?.bytesRead === bytesBefore &&
    error instanceof Error &&
    SIGNS.includes(String((error as NodeJS.ErrnoException).code))
}
