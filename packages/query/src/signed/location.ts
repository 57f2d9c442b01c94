import { invalidOption } from '../invalid.ts'
import type { SignedQueryClientOptions } from './signed-options.ts'

/** Where the HTTP API of an app is. */
export interface Location {
  /** Scheme, host and port. */
  readonly origin: string
  /** What stands before every resource: `{path}/apps/{appId}`. */
  readonly basePath: string
}

/** @throws PusherQueryError `ERR_PUSHER_INVALID_OPTION` */
export function toLocation({
  appId,
  cluster = 'mt1',
  host,
  port,
  useTLS = true,
  path = '',
}: SignedQueryClientOptions): Location {
  if (!/^[\w-]+$/.test(cluster))
    invalidOption('cluster', 'is the short name of a cluster, such as "eu" or "mt1"')
  if (!/^[\w.~-]+$/.test(String(appId)))
    invalidOption('appId', 'has other characters than letters, digits and - . _ ~')
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port <= 65_535)) {
    invalidOption('port', 'is a whole number from 1 to 65535')
  }
  const name = host ?? `api-${cluster}.pusher.com`
  const address = name.includes(':') && !name.startsWith('[') ? `[${name}]` : name
  const origin = `${useTLS ? 'https' : 'http'}://${address}${port === undefined ? '' : `:${port}`}`
  // A URL parser writes a host in lower case, and a port that is the scheme's own not at all.
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  if (!/^[\w.[\]:-]+$/.test(address) || !url || (host !== undefined && /:\d+$/.test(address))) {
    invalidOption(
      'host',
      'is a name or an IP address, without scheme, port or path; see useTLS, port and path',
    )
  }
  if (path !== '' && !/^(?:\/[\w.~%-]+)*\/?$/.test(path)) {
    invalidOption('path', 'starts with / and is percent-encoded, e.g. "/reverb"')
  }
  return { origin: url.origin, basePath: `${path.replace(/\/$/, '')}/apps/${appId}` }
}
