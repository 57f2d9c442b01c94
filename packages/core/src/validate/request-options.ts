import { isJsonObject } from '../encoding/json-object.ts'
import type { Query, QueryValue } from '../signing/string-to-sign.ts'
import { invalid } from './invalid.ts'

const CODE = 'ERR_PUSHER_INVALID_PARAMS'
const RESERVED = ['auth_key', 'auth_timestamp', 'auth_version', 'auth_signature', 'body_md5']
// RFC 3986 pchar and "/", or a percent-encoded byte: what can be sent, and so signed, as it is written.
const PATH = /^\/(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*$/
const DOT_SEGMENT = /\/(?:\.|%2e){1,2}(?:\/|$)/i

/**
 * Throws unless a path can be sent exactly as it is written. It is signed as sent, so nothing may need escaping.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_PARAMS`
 */
export function assertPath(path: unknown, parameter = 'path'): asserts path is string {
  if (typeof path === 'string' && DOT_SEGMENT.test(path)) {
    invalid(
      CODE,
      parameter,
      path,
      'the segments "." and ".." are resolved on the way, and so break the signature',
    )
  }
  if (typeof path !== 'string' || !PATH.test(path)) {
    const rule =
      'it is a path such as "/channels": it starts with /, holds no query (use params), and is percent-encoded'
    invalid(CODE, parameter, path, rule)
  }
}

/**
 * Makes the query of a request. `undefined` is left out, null is sent empty, an array is sent as `name[]`.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_PARAMS`
 */
export function toQuery(params: unknown): Query {
  const query = new Map<string, QueryValue>()
  if (params === undefined || params === null) return query
  if (!isJsonObject(params)) {
    invalid(CODE, 'params', params, 'it is an object of query parameters')
  }
  for (const [key, value] of Object.entries(params)) {
    if (value === undefined) continue
    const name = key.toLowerCase()
    if (RESERVED.includes(name)) invalid(CODE, `params.${name}`, value, 'the library sets it by itself')
    if (query.has(name))
      invalid(CODE, `params.${name}`, value, 'it is given twice: names are not case-sensitive')
    query.set(
      text(name),
      Array.isArray(value) ? value.map((item) => toText(item, name)) : toText(value, name),
    )
  }
  return query
}

function toText(value: unknown, name: string): string {
  if (value === null) return ''
  if (typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol') {
    invalid(
      CODE,
      `params.${name}`,
      value,
      'a query parameter is a string, a number or a boolean, or an array of them',
    )
  }
  return text(String(value))
}

/** A lone surrogate has no UTF-8 form: it could not be escaped. It is sent as U+FFFD, as every encoder does. */
const text = (value: string): string => value.toWellFormed()
