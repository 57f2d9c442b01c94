import { md5Hex } from '#digest'
import { LIMITS } from '../contract/limits.ts'
import { constantTimeEqual } from './constant-time-equal.ts'
import { parseQuery } from './parse-query.ts'
import { type Query, stringToSign } from './string-to-sign.ts'
import type { Token } from './token.ts'

/** A request as a server received it. */
export interface ReceivedRequest {
  readonly method: string
  /** The path as it was sent, still percent-encoded. */
  readonly path: string
  /** The query as it was sent, still percent-encoded, without the `?`. */
  readonly query: string
  /** The raw body, or empty. */
  readonly body: string | Uint8Array
}

/** The verdict on a request: who sent it with which parameters, or the sentence to answer with status 401. */
export type RequestVerdict =
  | { readonly ok: true; readonly key: string; readonly query: Query }
  | { readonly ok: false; readonly status: 401; readonly message: string }

const AUTH_PARAMETERS = ['auth_key', 'auth_timestamp', 'auth_version', 'auth_signature', 'body_md5']

const refuse = (message: string): RequestVerdict => ({ ok: false, status: 401, message })
const isoSeconds = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`

/**
 * Checks a request as Pusher's own API does, with the sentences it answers: the twin of {@link signRequest}.
 * The query of a good verdict holds the caller's parameters only, without the authentication ones.
 *
 * @param findToken Finds the token of an app key; undefined when there is no such key.
 * @param now The server's clock, in ms since 1970. Timestamps 600 s or more away from it are refused.
 */
export function verifyRequest(
  request: ReceivedRequest,
  findToken: (key: string) => Token | undefined,
  now: number,
): RequestVerdict {
  const query = new Map(parseQuery(request.query))
  const text = (name: string): string => {
    const value = query.get(name)
    return typeof value === 'string' ? value : ''
  }

  if (!text('auth_key')) return refuse('Missing parameter: auth_key')
  const token = findToken(text('auth_key'))
  if (!token) return refuse('Unknown auth_key')
  if (!text('auth_version')) return refuse('Version required')
  if (text('auth_version') !== '1.0') return refuse('Version not supported')

  const timestamp = Number(text('auth_timestamp') || Number.NaN)
  if (!Number.isSafeInteger(timestamp) || Math.abs(timestamp) > 8.64e12) return refuse('Timestamp required')
  const tolerance = LIMITS.timestampToleranceSeconds
  const seconds = Math.floor(now / 1000)
  if (Math.abs(seconds - timestamp) >= tolerance) {
    return refuse(
      `Timestamp expired: Given timestamp (${isoSeconds(timestamp)}) not within ${tolerance}s of server time (${isoSeconds(seconds)})`,
    )
  }

  const given = text('auth_signature')
  query.delete('auth_signature')
  const signed = stringToSign(request.method.toUpperCase(), request.path, query)
  if (!constantTimeEqual(given, token.sign(signed))) {
    return refuse(
      `Invalid signature: you should have sent HmacSHA256Hex(${JSON.stringify(signed)}, your_secret_key), but you sent ${JSON.stringify(given)}`,
    )
  }

  const bodyMd5 = text('body_md5')
  if ((request.body.length > 0 || bodyMd5) && !constantTimeEqual(bodyMd5, md5Hex(request.body))) {
    return refuse('Invalid body_md5: it must be the MD5 of the request body, in lower-case hex')
  }
  for (const name of AUTH_PARAMETERS) query.delete(name)
  return { ok: true, key: token.key, query }
}
