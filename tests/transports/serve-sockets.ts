import type { Socket } from 'node:net'
import { TLSSocket, type TLSSocketOptions } from 'node:tls'
import { serveTcp, type TestServer } from './support.ts'

/** Is told of every connection, and how many there were before it. */
export type SocketListener = (socket: Socket, index: number) => void

/** A server that is told of the connections, decrypted where there is a certificate. */
export const serveSockets = (listener: SocketListener, tls?: TLSSocketOptions): Promise<TestServer> =>
  serveTcp(
    (socket, index) => {
      if (!tls) return listener(socket, index)
      const secured = new TLSSocket(socket, { isServer: true, ...tls })
      secured.on('error', () => {})
      // A TLS socket cannot be reset itself.
      secured.resetAndDestroy = () => {
        socket.resetAndDestroy()
        return secured
      }
      listener(secured, index)
    },
    tls ? 'https' : 'http',
  )
