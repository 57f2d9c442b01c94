import type { KyInstance } from 'ky'
import { invalidOption } from '../invalid.ts'
import type { KyOptions } from '../query-options.ts'

/** Which app it is and where: the names are those of `Pusher`. */
export interface SignedQueryClientOptions {
  /** The app's id, from the "App Keys" page. */
  readonly appId: string | number
  /** The app's public key. */
  readonly key: string
  /** The app's secret. It signs questions, and is never sent, printed or readable from the client. */
  readonly secret: string
  /** A cluster of hosted Pusher, e.g. `eu`. Without `cluster` and `host`: `mt1`, hosted Pusher's default. */
  readonly cluster?: string | undefined
  /** The host of another server: a name or an IP address, without scheme or port. Excludes `cluster`. */
  readonly host?: string | undefined
  /** The port, 1–65535. By default 443 with TLS and 80 without. */
  readonly port?: number | undefined
  /** Whether to use https. True unless told otherwise. */
  readonly useTLS?: boolean | undefined
  /** A path in front of `/apps/…`, for a server behind one, e.g. `/reverb`. It is signed as it is sent. */
  readonly path?: string | undefined
  /** Options of ky, or an instance. Its `searchParams` would not be signed: the API refuses them. */
  readonly ky?: KyOptions | KyInstance | undefined
}

const OPTIONS = ['appId', 'key', 'secret', 'cluster', 'host', 'port', 'useTLS', 'path', 'ky']

/** @throws PusherQueryError `ERR_PUSHER_INVALID_OPTION`, which never shows a value. */
export function assertSignedOptions(options: unknown): asserts options is SignedQueryClientOptions {
  if (typeof options !== 'object' || options === null) {
    invalidOption('object', 'is missing: createSignedQueryClient({ appId, key, secret, cluster })')
  }
  const given: Readonly<Record<string, unknown>> = { ...options }
  for (const name of Object.keys(given)) {
    if (!OPTIONS.includes(name)) invalidOption(name, `does not exist: the options are ${OPTIONS.join(', ')}`)
  }
  for (const name of ['appId', 'key', 'secret']) {
    const value = name === 'appId' && typeof given[name] === 'number' ? String(given[name]) : given[name]
    if (typeof value !== 'string' || value === '')
      invalidOption(name, 'is missing: it is on the "App Keys" page of your app')
    if (/\s/.test(value)) invalidOption(name, 'has white space in it: was a line break copied along?')
  }
  const { useTLS } = given
  if (useTLS !== undefined && typeof useTLS !== 'boolean') invalidOption('useTLS', 'is true or false')
  if (given.cluster !== undefined && given.host !== undefined) {
    invalidOption('cluster', 'contradicts host: a cluster is a host of hosted Pusher. Give one of the two')
  }
}
