import { md5Hex } from '#digest'
import type { RequestSpec } from '../request/request-spec.ts'
import { LIBRARY } from '../version.ts'
import { type Query, type QueryValue, stringToSign, toQueryString } from './string-to-sign.ts'
import type { Token } from './token.ts'

/** Shared by all requests, so nobody may change it. */
const LIBRARY_AND_JSON = Object.freeze({ ...LIBRARY, 'content-type': 'application/json' })

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
  if (spec.query.size === 0) return signedPublishQuery(spec, token, now)
  const query = new Map<string, QueryValue>(spec.query)
  query.set('auth_key', token.key)
  query.set('auth_timestamp', String(Math.floor(now / 1000)))
  query.set('auth_version', '1.0')
  if (spec.body) query.set('body_md5', md5Hex(spec.body))
  const signature = token.sign(stringToSign(spec.method, spec.path, query satisfies Query))
  return `${toQueryString(query)}&auth_signature=${signature}`
}

/**
 * The same for a request without parameters of its own, which every publish is: these names are in order already, and
 * but for the key nothing has to be escaped.
 */
function signedPublishQuery(
  { method, path, body }: Omit<RequestSpec, 'method'> & { method: string },
  token: Token,
  now: number,
): string {
  const { key } = token
  const md5 = body ? `&body_md5=${md5Hex(body)}` : ''
  const rest = `&auth_timestamp=${Math.floor(now / 1000)}&auth_version=1.0${md5}`
  const signature = token.sign(`${method}\n${path}\nauth_key=${key}${rest}`)
  return `auth_key=${encodeURIComponent(key)}${rest}&auth_signature=${signature}`
}

/** Signs a request for one origin. Pure: the same spec, token and time give the same bytes. */
export function signRequest(spec: RequestSpec, token: Token, origin: string, now: number): SignedRequest {
  return {
    method: spec.method,
    origin,
    target: `${spec.path}?${signedQuery(spec, token, now)}`,
    headers: spec.body === undefined ? LIBRARY : LIBRARY_AND_JSON,
    body: spec.body,
  }
}
