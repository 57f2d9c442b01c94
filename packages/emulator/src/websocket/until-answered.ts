import { setTimeout as pause } from 'node:timers/promises'
import type { WebSocket } from 'ws'

/** What our own WebSocket pings carry, and so their pongs. */
const MARK = 'read'

/** Whether a pong answers {@link untilAnswered}: it says nothing about the program behind the WebSocket. */
export const isMark = (data: Buffer): boolean => String(data) === MARK

/** pusher-js sends nothing at once, but with a timer of 0 ms, which Node makes 1 ms. */
const DEFERRED_MS = 2

/** Waits until the other end has read all that was sent, and until what it wrote before it did is here. */
function untilRead(socket: WebSocket): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve()
  return new Promise((resolve) => {
    const end = (): void => {
      socket.off('pong', hear)
      socket.off('close', end)
      resolve()
    }
    const hear = (data: Buffer): void => {
      if (isMark(data)) end()
    }
    socket.on('pong', hear)
    socket.on('close', end)
    socket.ping(MARK)
  })
}

/**
 * Waits until the other end has read all that was sent, and until its answer is here, if it answers at once: frames stay
 * in order, and every WebSocket answers a ping by itself. In real time: it is the network that is waited for.
 *
 * @returns Resolves also when the connection is closed before.
 */
export async function untilAnswered(socket: WebSocket): Promise<void> {
  await untilRead(socket)
  await pause(DEFERRED_MS)
  await untilRead(socket)
}
