import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { App } from '../apps/app.ts'
import type { AppTable } from '../apps/app-table.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { checkAvailability } from './check-availability.ts'
import { closeWithError } from './close-with-error.ts'
import { readHandshake } from './handshake.ts'
import { openConnection } from './open-connection.ts'

/** Where WebSocket connections come in. */
export interface Gateway {
  /** Takes over a request to upgrade. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Closes every connection; those that do not answer are cut off after a second. */
  readonly close: () => void
}

/** Where the clients of apps come in. */
export interface ClientGateway extends Gateway {
  /** Tells every client why, and closes its connection. Resolves when all are gone, after a second at the latest. */
  readonly disconnect: (error: ProtocolError) => Promise<void>
}

/** What the gateway needs to know. Times are in seconds. */
export interface GatewayPlan {
  readonly apps: AppTable
  readonly createSocketId: () => string
  readonly activityTimeout: number
  readonly pongTimeout: number
  /** Told of a client that was refused; of which app, as far as that is known. */
  readonly refused: (appId: string, error: ProtocolError) => void
}

const OPTIONS = {
  noServer: true,
  // Far above the largest legal message, so that one a little too large is refused with a sentence and not with 1009.
  maxPayload: 1_048_576,
  // How long ws waits for the other end to answer a close, in ms.
  closeTimeout: 1000,
}

/** "Going away" (RFC 6455): pusher-js then tries to connect again every second. */
const GOING_AWAY = 1001

/** Makes the gateway. Even a refused client is first let in: a close code needs an open WebSocket. */
export function createGateway(plan: GatewayPlan): ClientGateway {
  const server = new WebSocketServer(OPTIONS)
  const accept = (socket: WebSocket, target: string): void => {
    // ws closes a connection that breaks the WebSocket protocol by itself; unheard, the event would end the process.
    socket.on('error', () => {})
    let app: App | undefined
    try {
      app = readHandshake(target, plan.apps)
      checkAvailability(app)
      openConnection(socket, { ...plan, app, socketId: plan.createSocketId() })
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      plan.refused(app?.appId ?? '', error)
      closeWithError(socket, error)
    }
  }
  return {
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (webSocket) => accept(webSocket, request.url ?? '/')),
    disconnect: async (error) => {
      for (const { connections } of plan.apps.all)
        for (const connection of [...connections]) connection.end(error)
      await Promise.all(
        [...server.clients].map((socket) => new Promise((gone) => socket.once('close', gone))),
      )
    },
    close: () => {
      for (const socket of server.clients) socket.close(GOING_AWAY, 'The emulator is closing')
    },
  }
}
