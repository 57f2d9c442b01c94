import type { Socket } from 'node:net'
import type { HttpProxy } from './http-proxy.ts'
import type { NodeTlsOptions } from './options.ts'
import { ProxyError } from './proxy-error.ts'
import { toServerName } from './server-name.ts'

/**
 * Asks a proxy for a connection to another host (RFC 9110 §9.3.6).
 *
 * @param target Host and port, an IPv6 address in brackets.
 * @param ca Trusted for the proxy's own certificate, when it speaks https.
 * @param signal Aborted when the tunnel is not wanted any more.
 * @throws ProxyError when the proxy refuses or cannot be used.
 */
export async function openTunnel(
  proxy: HttpProxy,
  target: string,
  ca: NodeTlsOptions['ca'],
  signal: AbortSignal | undefined,
): Promise<Socket> {
  // Loaded when there is a tunnel to open: few programs have one, and it takes long.
  const isSecure = proxy.protocol === 'https:'
  const { request: connect } = isSecure ? await import('node:https') : await import('node:http')
  return new Promise((resolve, reject) => {
    const request = connect({
      agent: false,
      method: 'CONNECT',
      host: proxy.hostname,
      port: proxy.port,
      path: target,
      headers: { host: target, connection: 'keep-alive', ...proxy.headers },
      ...(isSecure ? { servername: toServerName(proxy.hostname), ca } : {}),
    })
    const onAbort = () => {
      reject(new Error('The tunnel is not wanted any more', { cause: signal?.reason }))
      request.destroy()
    }
    if (signal?.aborted) onAbort()
    signal?.addEventListener('abort', onAbort)
    const stopListening = () => signal?.removeEventListener('abort', onAbort)

    request.on('error', (cause) => {
      stopListening()
      reject(ProxyError.unusable(proxy, cause))
    })
    request.once('connect', ({ statusCode = 0 }, socket, head) => {
      stopListening()
      // What happens to the tunnel later is reported by the TLS connection that runs through it.
      socket.on('error', () => {})
      if (statusCode < 200 || statusCode > 299) {
        socket.destroy()
        reject(ProxyError.refused(proxy, statusCode))
        return
      }
      if (head.length > 0) socket.unshift(head)
      resolve(socket)
    })
    request.end()
  })
}
