import type { Server } from 'node:http'
import type { Gateway } from '../websocket/gateway.ts'

/** Stops listening, says good-bye to WebSocket clients, cuts HTTP connections, and waits until all are gone. */
export function closeServer(server: Server, gateways: readonly Gateway[]): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    for (const gateway of gateways) gateway.close()
    server.closeAllConnections()
  })
}
