import { invalidOption } from '../../validate/options.ts'

/** A forward proxy, its URL taken apart. */
export interface HttpProxy {
  readonly protocol: 'http:' | 'https:'
  /** A name or an IP address, without brackets. */
  readonly hostname: string
  readonly port: number
  /** Host and port, for messages: never the credentials. */
  readonly name: string
  /** `proxy-authorization` where the URL has credentials. */
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Reads a proxy's URL. Nothing of it is shown in an error, because it may hold a password.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export function toHttpProxy(value: unknown): HttpProxy {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
  if (!url) invalidOption('httpProxy', 'is a URL such as "http://user:password@proxy.example.com:3128"')
  const { protocol, pathname, search, hash } = url
  if (protocol !== 'http:' && protocol !== 'https:') {
    invalidOption('httpProxy', 'starts with http:// or https://. For other proxies, give an agent')
  }
  if (pathname !== '/' || search || hash) {
    invalidOption('httpProxy', 'holds nothing after the port: "http://proxy.example.com:3128"')
  }
  const port = url.port ? Number(url.port) : protocol === 'https:' ? 443 : 80
  return {
    protocol,
    hostname: withoutBrackets(url.hostname),
    port,
    name: `${url.hostname}:${port}`,
    headers: toHeaders(url),
  }
}

function toHeaders({ username, password }: URL): Record<string, string> {
  if (!username && !password) return {}
  const credentials = `${decode(username)}:${decode(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    invalidOption('httpProxy', 'has credentials that are not percent-encoded: a % in them is written %25')
  }
}

/** An IPv6 address stands in brackets in a URL, and without them everywhere else. */
export const withoutBrackets = (hostname: string): string =>
  hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
