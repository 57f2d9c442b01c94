import type { KyInstance, Options } from 'ky'
import { invalidOption } from './invalid.ts'
import type { PageDocument } from './watch/page.ts'

/** Options for every request of ky, without those that are ours to set. */
export type KyOptions = Omit<Options, 'method' | 'body' | 'json' | 'prefix' | 'throwHttpErrors'>

/** Headers by name. */
export type QueryHeaders = Readonly<Record<string, string>> | Headers

/** Unknown for a URL that may be used, never for one with `user:password@` in it. */
export type WithoutCredentials<Url extends string> = Url extends `${string}//${infer Rest}`
  ? (Rest extends `${infer Authority}/${string}` ? Authority : Rest) extends `${string}@${string}`
    ? never
    : unknown
  : unknown

/** Where to ask, and how. */
export interface QueryClientOptions<Url extends string = string> {
  /** Where your server answers queries: `/pusher/query` on the page's own origin, or an absolute URL. */
  readonly baseUrl: URL | (Url & WithoutCredentials<Url>)
  /** Sent with every request: an object, or a function that is asked before each, e.g. for a fresh token. */
  readonly headers?: QueryHeaders | (() => QueryHeaders | Promise<QueryHeaders>) | undefined
  /** Options of ky, such as `retry`, `hooks`, `timeout` and `credentials`, or an instance of your own. */
  readonly ky?: KyOptions | KyInstance | undefined
  /** Whose visibility watchers follow: the page's own unless told. None in workers and on servers. */
  readonly document?: PageDocument | undefined
  /** Never: what a browser knows, everybody knows. See `@pusherkit/query/signed`. */
  readonly secret?: never
  /** Never: see `@pusherkit/query/signed`. */
  readonly key?: never
  /** Never: see `@pusherkit/query/signed`. */
  readonly appId?: never
}

const OPTIONS = ['baseUrl', 'headers', 'ky', 'document']
const CREDENTIALS = ['secret', 'key', 'appId']
const SIGNED =
  "createSignedQueryClient of '@pusherkit/query/signed' is for servers that hold the app's credentials"

/** @throws PusherQueryError `ERR_PUSHER_INVALID_OPTION`, which never shows a value. */
export function assertOptions(options: unknown): asserts options is QueryClientOptions {
  if (typeof options !== 'object' || options === null) {
    invalidOption('object', "is missing: createQueryClient({ baseUrl: '/pusher/query' })")
  }
  for (const name of Object.keys(options)) {
    if (CREDENTIALS.includes(name)) {
      invalidOption(name, `is refused: what a browser knows, everybody knows. ${SIGNED}`)
    }
    if (!OPTIONS.includes(name)) invalidOption(name, `does not exist: the options are ${OPTIONS.join(', ')}`)
  }
}

/**
 * The base without a slash at its end. Relative ones stay relative, so that the page decides.
 *
 * @throws PusherQueryError `ERR_PUSHER_INVALID_OPTION`, which never shows the URL.
 */
export function toBase(baseUrl: unknown): string {
  const base = baseUrl instanceof URL ? baseUrl.href : baseUrl
  if (typeof base !== 'string' || base === '') {
    invalidOption('baseUrl', "is missing: it is where your server answers queries, e.g. '/pusher/query'")
  }
  // Any origin will do for the check of a relative one.
  const url = URL.canParse(base, 'http://localhost') ? new URL(base, 'http://localhost') : undefined
  if (!url) invalidOption('baseUrl', "is no URL: write '/pusher/query' or 'https://example.com/pusher/query'")
  if (url.username || url.password) {
    invalidOption('baseUrl', `holds credentials: what a browser knows, everybody knows. ${SIGNED}`)
  }
  if (!/^https?:$/.test(url.protocol)) invalidOption('baseUrl', 'is not http or https')
  if (/[?#]/.test(base)) {
    invalidOption('baseUrl', 'has a query or a fragment: parameters go to ky: { searchParams }')
  }
  return base.replace(/\/+$/, '')
}

/**
 * The headers of one request.
 *
 * @throws PusherQueryError `ERR_PUSHER_INVALID_OPTION`, without the cause, which shows the value: it may be a token.
 */
export function toHeaders(headers: QueryHeaders): Headers {
  try {
    return new Headers(headers)
  } catch {
    invalidOption('headers', 'has a name or a value that no header can have; it is not shown')
  }
}
