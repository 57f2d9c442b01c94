import type { WebSocket } from 'ws'

/**
 * How much may wait for one client, in bytes: 4 MiB, some four hundred of the largest events. What the kernel has
 * taken already does not count.
 */
const WAITING_BYTES = 4_194_304

/**
 * Makes a function that sends to a socket until too much waits there: the client reads more slowly than others publish,
 * and memory would fill up for it.
 *
 * @param tooSlow Called once, after whatever is going on has come to its end: in the middle of it the client must not
 * vanish from the lists that are being gone through.
 */
export function createBoundedSend(socket: WebSocket, tooSlow: () => void): (frame: string) => void {
  let isOver = false
  return (frame) => {
    if (isOver) return
    socket.send(frame)
    if (socket.bufferedAmount <= WAITING_BYTES) return
    isOver = true
    queueMicrotask(tooSlow)
  }
}
