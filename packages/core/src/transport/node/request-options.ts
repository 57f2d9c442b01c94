import type { SignedRequest } from '../../signing/sign-request.ts'
import { type HttpProxy, withoutBrackets } from './http-proxy.ts'
import { toServerName } from './server-name.ts'
import type { TunnelledRequest } from './tunnel-agent.ts'

/**
 * Says in `node:http`'s words what to send where. A proxy that forwards is sent the whole URL as the request-target
 * (RFC 9112 §3.2.2); the signature covers the path alone, so it stays good.
 */
export function toRequestOptions(
  { method, origin, target, headers, body }: SignedRequest,
  forwarder: HttpProxy | undefined,
): TunnelledRequest {
  const { host, hostname, port } = new URL(origin)
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  if (!forwarder) {
    return { method, host: withoutBrackets(hostname), port, path: target, headers: { ...headers, ...length } }
  }
  return {
    method,
    host: forwarder.hostname,
    port: forwarder.port,
    path: origin + target,
    headers: { ...headers, ...length, host, ...forwarder.headers },
    // Otherwise it is taken from the header `host`, which names the server behind the proxy.
    ...(forwarder.protocol === 'https:' ? { servername: toServerName(forwarder.hostname) } : {}),
  }
}
