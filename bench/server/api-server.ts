import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { readCertificate } from '../harness/certificate.ts'
import { tell } from '../harness/child.ts'
import { type Arrival, createRequestCounter } from './request-counter.ts'
import type { ServerOptions, ServerStats } from './server-options.ts'

// Answers like the API, as cheaply as possible: it reads how long requests are, and not what they say.

const BODY = '{}'
const ANSWER = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`

const { useTLS, delay, isSilent }: ServerOptions = JSON.parse(process.argv[2] ?? '{}')
const stats: ServerStats = { requests: 0, opened: 0, open: 0, mostOpen: 0 }

function answer(socket: Socket, { requests, isLast }: Arrival): void {
  if (socket.destroyed) return
  socket.write(ANSWER.repeat(requests))
  if (isLast) socket.end()
}

function serve(socket: Socket): void {
  stats.opened++
  stats.mostOpen = Math.max(stats.mostOpen, ++stats.open)
  socket.setNoDelay()
  const count = createRequestCounter()
  socket.on('data', (chunk: Buffer) => {
    const arrival = count(chunk)
    if (arrival.requests === 0) return
    stats.requests += arrival.requests
    if (isSilent) return
    if (delay > 0) setTimeout(answer, delay, socket, arrival)
    else answer(socket, arrival)
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => stats.open--)
}

const server = useTLS ? createTlsServer(readCertificate(), serve) : createServer(serve)
// 1,000 may connect at once.
server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => {
  const address = server.address()
  if (address && typeof address === 'object') tell({ port: address.port })
})
process.on('message', () => tell(stats))
process.on('disconnect', () => process.exit())
