import type { RawData, WebSocket } from 'ws'
import type { App } from '../apps/app.ts'
import type { Connection } from '../connections/connection.ts'
import { tellError } from '../connections/tell-error.ts'
import { closedNews, errorNews } from '../journal/news.ts'
import { ERROR_CODES } from '../protocol/error-codes.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { connectionEstablished, PING } from '../protocol/server-frames.ts'
import { startAuthorizationDeadline } from './authorization-deadline.ts'
import { createBoundedSend } from './bounded-send.ts'
import { closeWithError } from './close-with-error.ts'
import { startHeartbeat } from './heartbeat.ts'
import { leave } from './leave.ts'
import { createRateLimit } from './rate-limit.ts'
import { receive } from './receive.ts'
import type { Session } from './session.ts'
import { isMark, untilAnswered } from './until-answered.ts'

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

// What RFC 6455 calls a close without a code, and a connection that broke. They are never sent.
const NO_STATUS = 1005
const ABNORMAL = 1006

/** Starts talking to a client whose handshake was good. */
export function openConnection(socket: WebSocket, plan: ConnectionPlan): void {
  const { app, socketId } = plan
  let isOver = false
  const finish = (code: number, reason = ''): void => {
    if (isOver) return
    isOver = true
    heartbeat.stop()
    deadline.stop()
    leave(app, connection)
    app.record(closedNews(socketId, code, reason))
  }
  const end = (error: ProtocolError): void => {
    if (isOver) return
    app.record(errorNews(socketId, error))
    finish(error.code ?? NO_STATUS, error.message)
    closeWithError(socket, error)
  }
  const cut = (code: number | undefined, reason: string): void => {
    finish(code ?? ABNORMAL, reason)
    if (code === undefined) socket.terminate()
    else socket.close(code, reason)
  }
  const connection: Connection = {
    socketId,
    subscriptions: new Set(),
    user: undefined,
    send: createBoundedSend(socket, () => end(TOO_SLOW)),
    end,
    cut,
  }
  const heartbeat = startHeartbeat({
    activityTimeout: plan.activityTimeout * 1000,
    pongTimeout: plan.pongTimeout * 1000,
    schedule: app.clock.schedule,
    ping: () => {
      connection.send(PING)
      // A clock that jumps ahead lets the client answer first.
      app.clock.track?.(untilAnswered(socket))
    },
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
  app.record({ kind: 'connection', state: 'opened', socketId })
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (socket.readyState !== socket.OPEN) return
    heartbeat.beat()
    if (isBinary) tellError(app, connection, new ProtocolError('Binary messages are not supported'))
    else receive(session, String(data))
  })
  socket.on('ping', heartbeat.beat)
  socket.on('pong', (data) => {
    if (!isMark(data)) heartbeat.beat()
  })
  socket.on('close', (code) => finish(code))
  connection.send(connectionEstablished(socketId, plan.activityTimeout))
}
