/** @import { ClientMessage, ServerMessage } from '../src/console/messages.ts' */

/** @typedef {'connecting' | 'live' | 'gone' | 'locked' | 'refused'} LinkState */

// The codes of src/console/close-codes.ts.
const UNAUTHORIZED = 4401
const REFUSED = [4400, 4403]
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 5_000

/**
 * Keeps a WebSocket to the emulator open: comes back when it was lost, and stays away when it is refused.
 *
 * @param {{
 *   hello: () => ClientMessage,
 *   onMessage: (message: ServerMessage) => void,
 *   onState: (state: LinkState, reason: string) => void,
 * }} plan
 */
export function createLink({ hello, onMessage, onState }) {
  /** @type {WebSocket | undefined} */
  let socket
  let wait = FIRST_WAIT_MS

  const open = () => {
    const opened = new WebSocket(new URL('/console', location.href.replace(/^http/, 'ws')))
    socket = opened
    opened.onopen = () => opened.send(JSON.stringify(hello()))
    opened.onmessage = ({ data }) => {
      /** @type {ServerMessage} */
      const message = JSON.parse(data)
      if (message.type === 'snapshot') {
        wait = FIRST_WAIT_MS
        onState('live', '')
      }
      onMessage(message)
    }
    opened.onclose = ({ code, reason }) => {
      if (code === UNAUTHORIZED) onState('locked', reason)
      else if (REFUSED.includes(code)) onState('refused', reason)
      else {
        onState('gone', '')
        setTimeout(open, wait)
        wait = Math.min(wait * 1.5, LONGEST_WAIT_MS)
      }
    }
  }
  open()
  return {
    /** Tries anew after the page was locked out. */
    reopen: open,
    /**
     * Sends a message, if somebody is there.
     *
     * @param {ClientMessage} message
     * @returns {boolean} Whether it was sent.
     */
    send(message) {
      if (socket?.readyState !== WebSocket.OPEN) return false
      socket.send(JSON.stringify(message))
      return true
    },
  }
}
