import type { IncomingMessage } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { toReason } from '../websocket/close-reason.ts'
import type { Gateway } from '../websocket/gateway.ts'
import { CONSOLE_CLOSED } from './close-codes.ts'
import { openConsole } from './open-console.ts'
import type { ConsolePlan } from './plan.ts'
import { refusal } from './refusal.ts'

/** Where the page connects to. */
export const CONSOLE_PATH = '/console'

/** `maxPayload`: an event as large as an app may allow, with JSON's escapes. */
const OPTIONS = { noServer: true, maxPayload: 1_048_576, closeTimeout: 1000 }

/** "Going away" (RFC 6455): the page then tries to come back. */
const GOING_AWAY = 1001

/**
 * Makes the function that takes over requests to upgrade.
 *
 * @param clients Where everything goes that is not for the console.
 * @param consoles Undefined where there is no console.
 */
export const createUpgrade =
  (clients: Gateway, consoles: Gateway | undefined): Gateway['upgrade'] =>
  (request, socket, head) => {
    const isForConsole = request.url?.split('?', 1)[0] === CONSOLE_PATH
    const gateway = isForConsole && consoles ? consoles : clients
    gateway.upgrade(request, socket, head)
  }

/** Makes the gateway of the console. Even a refused page is first let in: a close code needs an open WebSocket. */
export function createConsoleGateway(plan: ConsolePlan): Gateway {
  const server = new WebSocketServer(OPTIONS)
  const accept = (socket: WebSocket, request: IncomingMessage): void => {
    // ws closes a connection that breaks the WebSocket protocol by itself; unheard, the event would end the process.
    socket.on('error', () => {})
    const reason = refusal(request.headers, plan.token !== undefined)
    if (reason) socket.close(CONSOLE_CLOSED.forbidden, toReason(reason))
    else openConsole(socket, plan)
  }
  return {
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (webSocket) => accept(webSocket, request)),
    close: () => {
      for (const socket of server.clients) socket.close(GOING_AWAY, 'The emulator is closing')
    },
  }
}
