import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { WebSocketServer } from 'ws'
import { answerUsage, tell } from './messages.ts'

// The least that a fan-out over ws can be: what is posted goes to every socket, encoded once.
const server = createServer(async (request, response) => {
  const frame = await buffer(request)
  for (const socket of sockets.clients) socket.send(frame, { binary: false })
  response.end('{}')
})
const sockets = new WebSocketServer({ server })
server.listen(0, '127.0.0.1')
await once(server, 'listening')
answerUsage()
tell({ port: (server.address() as AddressInfo).port })
