import type { RawData, WebSocket } from 'ws'
import type { App } from '../apps/app.ts'
import type { Connection } from '../connections/connection.ts'
import { ERROR_CODES } from '../protocol/error-codes.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { connectionEstablished, errorFrame, PING } from '../protocol/server-frames.ts'
import { startAuthorizationDeadline } from './authorization-deadline.ts'
import { createBoundedSend } from './bounded-send.ts'
import { closeWithError } from './close-with-error.ts'
import { startHeartbeat } from './heartbeat.ts'
import { leave } from './leave.ts'
import { createRateLimit } from './rate-limit.ts'
import { receive } from './receive.ts'
import type { Session } from './session.ts'

/** What a new connection is given. Times are in seconds, as they are on the wire. */
export interface ConnectionPlan {
  readonly app: App
  readonly socketId: string
  readonly activityTimeout: number
  readonly pongTimeout: number
}

const TOO_SLOW = new ProtocolError(
  'Over capacity: the client reads too slowly, and more than 4 MiB wait for it',
  ERROR_CODES.overCapacity,
)
const NO_PONG = new ProtocolError('Pong reply not received', ERROR_CODES.pongNotReceived)
// Word for word what hosted Pusher says.
const NOT_AUTHORIZED = new ProtocolError('Connection not authorized within timeout', ERROR_CODES.unauthorized)

/** Starts talking to a client whose handshake was good. */
export function openConnection(socket: WebSocket, plan: ConnectionPlan): void {
  const { app, socketId } = plan
  const finish = (): void => {
    heartbeat.stop()
    deadline.stop()
    leave(app, connection)
  }
  const end = (error: ProtocolError): void => {
    finish()
    closeWithError(socket, error)
  }
  const connection: Connection = {
    socketId,
    subscriptions: new Set(),
    user: undefined,
    send: createBoundedSend(socket, () => end(TOO_SLOW)),
    end,
  }
  const heartbeat = startHeartbeat({
    activityTimeout: plan.activityTimeout * 1000,
    pongTimeout: plan.pongTimeout * 1000,
    ping: () => connection.send(PING),
    giveUp: () => end(NO_PONG),
  })
  const deadline = startAuthorizationDeadline(app, () => end(NOT_AUTHORIZED))
  const session: Session = {
    app,
    connection,
    clientEvents: createRateLimit(app.rules.limits.clientEventsPerSecond, app.clock.now),
    authorized: deadline.stop,
  }

  app.connections.add(connection)
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
