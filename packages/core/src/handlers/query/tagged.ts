import { sha256 } from '#digest'
import { toHex } from '../../digest/hex.ts'
import { success } from '../answers.ts'
import type { HandlerRequest, HandlerResponse } from '../handler.ts'

/**
 * 200 with an `etag` of the body's digest, or 304 when the client has that body already. What one user may see is not for
 * a cache that several share.
 */
export function tagged({ method, headers }: HandlerRequest, content: unknown): HandlerResponse {
  const response = success(content)
  const etag = `"${toHex(sha256(response.body))}"`
  const caching = { 'cache-control': 'private, no-cache', etag }
  if (matches(headers['if-none-match'], etag)) return { status: 304, headers: caching, body: '' }
  return {
    ...response,
    headers: { ...response.headers, ...caching },
    body: method === 'HEAD' ? '' : response.body,
  }
}

/** Compares weakly, as RFC 9110 wants it for this header: a proxy that compresses makes `W/"…"` of the tag. */
const matches = (header = '', etag: string): boolean =>
  header.split(',').some((part) => ['*', etag].includes(part.trim().replace(/^W\//, '')))
