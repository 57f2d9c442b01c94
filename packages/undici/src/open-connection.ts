import { connect as connectTcp, type Socket } from 'node:net'
import { type ConnectionOptions, connect as connectTls } from 'node:tls'
import { openTunnel, toServerName } from '@pusherkit/core/transport'
import type { UndiciTransportConfig } from './options.ts'

/** Opens a connection that is ready for requests. It rejects, and leaves nothing open, when the signal is aborted. */
export type OpenConnection = (signal: AbortSignal) => Promise<Socket>

/**
 * Says how the connections to a server are opened: straight, through a proxy's tunnel where the server speaks https,
 * or else to the proxy itself. undici's own connector cannot be stopped while it connects, and takes no tunnel.
 *
 * TLS sessions are resumed, which saves most of a handshake.
 *
 * @param origin The server's, e.g. `https://api-eu.pusher.com`.
 */
export function createOpener(
  origin: string,
  { proxy, tls, allowH2 }: Pick<UndiciTransportConfig, 'proxy' | 'tls' | 'allowH2'>,
): OpenConnection {
  const { protocol, hostname, port } = new URL(origin)
  const host = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
  const server = { host, port: Number(port) || (protocol === 'https:' ? 443 : 80) }
  if (protocol === 'https:') {
    const secure = createTlsOpener({
      servername: toServerName(host),
      ...tls,
      ...server,
      ALPNProtocols: allowH2 ? ['h2', 'http/1.1'] : ['http/1.1'],
    })
    if (!proxy) return secure
    const target = `${hostname}:${server.port}`
    return async (signal) => secure(signal, await openTunnel(proxy, target, tls?.ca, signal))
  }
  if (!proxy) return (signal) => opened(connectTcp(server), 'connect', signal)
  const forwarder = { host: proxy.hostname, port: proxy.port }
  if (proxy.protocol === 'http:') return (signal) => opened(connectTcp(forwarder), 'connect', signal)
  return createTlsOpener({ ...forwarder, servername: toServerName(proxy.hostname), ca: tls?.ca })
}

function createTlsOpener(
  options: ConnectionOptions,
): (signal: AbortSignal, through?: Socket) => Promise<Socket> {
  let session: Buffer | undefined
  return async (signal, through) => {
    const socket = connectTls({
      ...options,
      ...(session ? { session } : {}),
      ...(through ? { socket: through } : {}),
    })
    socket.on('session', (latest) => {
      session = latest
    })
    // A server that did not like the session may like a handshake without one.
    const onError = () => {
      session = undefined
    }
    socket.once('error', onError).once('secureConnect', () => socket.off('error', onError))
    return opened(socket, 'secureConnect', signal)
  }
}

function opened(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<Socket> {
  socket.setNoDelay(true).setKeepAlive(true, 60_000)
  return new Promise((resolve, reject) => {
    const onAbort = () => socket.destroy(new Error('Nobody waits for this connection any more'))
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    socket.once(event, () => {
      signal.removeEventListener('abort', onAbort)
      resolve(socket)
    })
    socket.on('error', reject)
  })
}
