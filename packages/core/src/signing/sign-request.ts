import { md5Hex } from '#digest'
import type { RequestSpec } from '../request/request-spec.ts'
import { LIBRARY } from '../version.ts'
import { type Query, type QueryValue, stringToSign, toQueryString } from './string-to-sign.ts'
import type { Token } from './token.ts'

/** A request that is ready to send: any HTTP client can, without changing a byte of `target` or `body`. */
export interface SignedRequest {
  readonly method: 'GET' | 'POST'
  /** Scheme, host and port, e.g. `https://api-eu.pusher.com`. */
  readonly origin: string
  /**
   * Path and query exactly as they were signed (RFC 9112's request-target). The query carries the signature: do
   * not log it. Do not put it through a URL parser either: some rewrite what was signed.
   */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/**
 * Adds the five authentication parameters to a request's own.
 *
 * @param now The time to sign, in ms since 1970. The server accepts it within 600 s of its own clock.
 */
export function signedQuery(
  spec: Omit<RequestSpec, 'method'> & { method: string },
  token: Token,
  now: number,
): string {
  const query = new Map<string, QueryValue>(spec.query)
  query.set('auth_key', token.key)
  query.set('auth_timestamp', String(Math.floor(now / 1000)))
  query.set('auth_version', '1.0')
  if (spec.body) query.set('body_md5', md5Hex(spec.body))
  const signature = token.sign(stringToSign(spec.method, spec.path, query satisfies Query))
  return `${toQueryString(query)}&auth_signature=${signature}`
}

/** Signs a request for one origin. Pure: the same spec, token and time give the same bytes. */
export function signRequest(spec: RequestSpec, token: Token, origin: string, now: number): SignedRequest {
  return {
    method: spec.method,
    origin,
    target: `${spec.path}?${signedQuery(spec, token, now)}`,
    headers: spec.body === undefined ? { ...LIBRARY } : { ...LIBRARY, 'content-type': 'application/json' },
    body: spec.body,
  }
}
