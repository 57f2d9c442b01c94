import type { WebSocket } from 'ws'
import type { ProtocolError } from '../protocol/protocol-error.ts'
import { errorFrame } from '../protocol/server-frames.ts'

/** The longest reason that fits a close frame, in bytes. Source: RFC 6455, section 5.5. */
const REASON_BYTES = 123

/** Plain ASCII, one byte a character, so that the cut cannot fall inside one. */
const toReason = (message: string): string => message.replaceAll(/[^ -~]/g, '?').slice(0, REASON_BYTES)

/**
 * Says why, twice, and closes: with a `pusher:error`, which the client libraries before protocol 6 read, and which a
 * person sees in the network tab of a browser, and with the code of the close frame.
 */
export function closeWithError(socket: WebSocket, error: ProtocolError): void {
  socket.send(errorFrame(error))
  socket.close(error.code, toReason(error.message))
}
