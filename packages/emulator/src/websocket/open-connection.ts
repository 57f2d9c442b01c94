import type { RawData, WebSocket } from 'ws'
import type { App } from '../apps/app.ts'
import type { Connection } from '../connections/connection.ts'
import { ERROR_CODES } from '../protocol/error-codes.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { connectionEstablished, errorFrame, PING } from '../protocol/server-frames.ts'
import { closeWithError } from './close-with-error.ts'
import { startHeartbeat } from './heartbeat.ts'
import { leave } from './leave.ts'
import { receive } from './receive.ts'

/** What a new connection is given. Times are in seconds, as they are on the wire. */
export interface ConnectionPlan {
  readonly app: App
  readonly socketId: string
  readonly activityTimeout: number
  readonly pongTimeout: number
}

/** Starts talking to a client whose handshake was good. */
export function openConnection(socket: WebSocket, plan: ConnectionPlan): void {
  const { app, socketId } = plan
  const end = (error: ProtocolError): void => {
    finish()
    closeWithError(socket, error)
  }
  const connection: Connection = {
    socketId,
    subscriptions: new Set(),
    user: undefined,
    send: (frame) => socket.send(frame),
    end,
  }
  const session = { app, connection }
  const heartbeat = startHeartbeat({
    activityTimeout: plan.activityTimeout * 1000,
    pongTimeout: plan.pongTimeout * 1000,
    ping: () => connection.send(PING),
    giveUp: () => end(new ProtocolError('Pong reply not received', ERROR_CODES.pongNotReceived)),
  })
  const finish = (): void => {
    heartbeat.stop()
    leave(session)
  }

  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (socket.readyState !== socket.OPEN) return
    heartbeat.beat()
    if (isBinary) connection.send(errorFrame(new ProtocolError('Binary messages are not supported')))
    else receive(session, String(data))
  })
  socket.on('ping', heartbeat.beat)
  socket.on('pong', heartbeat.beat)
  socket.on('close', finish)
  connection.send(connectionEstablished(socketId, plan.activityTimeout))
}
