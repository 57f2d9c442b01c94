import type { Agent } from 'node:http'
import type { SignedRequest } from '../../signing/sign-request.ts'
import type { Route } from './route.ts'
import type { TunnelledRequest } from './tunnel-agent.ts'

/**
 * Says in `node:http`'s words what to send where. A proxy that forwards is sent the whole URL as the request-target
 * (RFC 9112 §3.2.2); the signature covers the path alone, so it stays good.
 *
 * @param length Of the body in bytes, or undefined without one.
 */
export function toRequestOptions(
  { method, origin, target, headers }: SignedRequest,
  length: number | undefined,
  route: Route,
  agent: Agent,
  signal: AbortSignal,
): TunnelledRequest {
  return {
    ...route.target,
    method,
    path: route.forwarder ? origin + target : target,
    headers: {
      ...headers,
      ...(length === undefined ? {} : { 'content-length': String(length) }),
      ...route.headers,
    },
    agent,
    tunnelSignal: signal,
  }
}
