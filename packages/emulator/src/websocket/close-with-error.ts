import type { WebSocket } from 'ws'
import type { ProtocolError } from '../protocol/protocol-error.ts'
import { errorFrame } from '../protocol/server-frames.ts'
import { toReason } from './close-reason.ts'

/**
 * Says why, twice, and closes: with a `pusher:error`, which the client libraries before protocol 6 read, and which a
 * person sees in the network tab of a browser, and with the code of the close frame.
 */
export function closeWithError(socket: WebSocket, error: ProtocolError): void {
  socket.send(errorFrame(error))
  socket.close(error.code, toReason(error.message))
}
