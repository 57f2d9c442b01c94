import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer, type ServerOptions } from 'node:https'
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server as NetServer,
  type Socket,
} from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { generate } from 'selfsigned'
import { onTestFinished } from 'vitest'
import type { SignedRequest } from '../../src/signing/sign-request.ts'

interface Pair {
  readonly cert: string
  readonly key: string
}
interface Certificates {
  readonly ca: string
  readonly server: Pair
  readonly client: Pair
}

/** A certificate authority, which also is the server `localhost` and 127.0.0.1, and a client it vouches for. */
export const certificates = async (): Promise<Certificates> => {
  const pair = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    clientCertificate: { cn: 'app', keyType: 'ec' },
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  const { cert, private: key, clientcert = '', clientprivate = '' } = pair
  return { ca: cert, server: { cert, key }, client: { cert: clientcert, key: clientprivate } }
}

/** A server for the length of one test. */
export interface TestServer {
  readonly port: number
  readonly origin: string
  /** Every connection there was, by the order they were accepted. */
  readonly sockets: readonly Socket[]
  close(): Promise<void>
}

/** An HTTP server, or an https one when there is a certificate. */
export const serve = (listener: RequestListener, tls?: ServerOptions): Promise<TestServer> =>
  open(tls ? createHttpsServer(tls, listener) : createHttpServer(listener), tls ? 'https' : 'http')

/** A server that is told of the bare connections. */
export const serveTcp = (
  listener: (socket: Socket, index: number) => void,
  scheme = 'http',
): Promise<TestServer> => {
  let count = 0
  const server = createTcpServer((socket) => {
    socket.on('error', () => {})
    listener(socket, count++)
  })
  return open(server, scheme)
}

async function open(server: Server | NetServer, scheme: string): Promise<TestServer> {
  const sockets: Socket[] = []
  server.on('connection', (socket: Socket) => sockets.push(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  onTestFinished(close)
  return { port, origin: `${scheme}://127.0.0.1:${port}`, sockets, close }
}

/** Resolves when a connection is closed, which it may be already. */
export const closing = async (socket: Socket | undefined): Promise<void> => {
  if (socket && !socket.closed) await new Promise((resolve) => socket.once('close', resolve))
}

/** A GET of the server's root, unless told otherwise. What signs it does not matter to a transport. */
export const requestTo = (origin: string, spec: Partial<SignedRequest> = {}): SignedRequest => ({
  method: 'GET',
  origin,
  target: '/',
  headers: {},
  body: undefined,
  ...spec,
})

/** A publish. */
export const publishTo = (origin: string, body = '{"name":"e"}'): SignedRequest =>
  requestTo(origin, {
    method: 'POST',
    target: '/apps/1/events?auth_signature=5ec3e7',
    headers: { 'content-type': 'application/json' },
    body,
  })

/** A signal that is never aborted. */
export const never = (): AbortSignal => new AbortController().signal

/** Sends one request from a process of its own, and resolves with what that printed when it has ended. */
export async function sendFromAnotherProcess(origin: string, settings: object = {}): Promise<string> {
  const module = fileURLToPath(new URL('../../src/transport/node.ts', import.meta.url))
  const script = `
    import { createTransport } from ${JSON.stringify(module)}
    const transport = createTransport(${JSON.stringify(settings)})
    const { status } = await transport(${JSON.stringify(requestTo(origin))}, { signal: new AbortController().signal })
    console.log(status)`
  const args = ['--conditions=@pusherkit/source', '--input-type=module', '-e', script]
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 10_000 })
  return stdout
}
