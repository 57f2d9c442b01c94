import type { TransportSettings } from '../config/transport-options.ts'
import { redactSignatures } from '../error/display.ts'
import { invalid } from '../validate/invalid.ts'
import { invalidOption } from '../validate/options.ts'
import { pathOf } from './display-url.ts'
import type { RawResponse, Transport } from './transport.ts'

/** What only Node's own HTTP client can do. Named here to be refused: nothing is ignored silently. */
const WHY: Readonly<Record<keyof TransportSettings, string>> = {
  httpProxy: 'go through a proxy',
  agent: 'use an agent',
  tls: 'take TLS settings',
}

/**
 * The default transport where there is no Node: the runtime's own `fetch`, with nothing asked of it that workerd and
 * edge runtimes lack. How connections are kept is the runtime's business.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` for an option that `fetch` has no way to honour. The
 *   transport itself rejects with `ERR_PUSHER_INVALID_PARAMS` for a path that `fetch` would rewrite.
 */
export function createTransport(options: TransportSettings = {}): Transport {
  for (const [option, deed] of Object.entries(WHY)) {
    if (options[option as keyof TransportSettings] === undefined) continue
    const rule = `is for Node: the fetch of this runtime cannot ${deed}. Give a transport function of your own that can`
    invalidOption(option, rule)
  }
  return async ({ method, origin, target, headers, body }, { signal }) => {
    const url = toUrl(origin, target)
    try {
      const response = await fetch(url, { method, headers, body: body ?? null, redirect: 'manual', signal })
      return { status: response.status, headers: flatten(response.headers), body: await response.text() }
    } catch (error) {
      throw signal.aborted ? signal.reason : toNetworkError(error, url)
    }
  }
}

/**
 * `fetch` takes only what went through a URL parser, and that resolves `..`, which is a possible channel name. The
 * server would then be asked for something other than what was signed. The query may be escaped further (`'`), which
 * changes nothing: its signature covers the decoded values.
 */
function toUrl(origin: string, target: string): URL {
  const url = new URL(origin + target)
  const path = pathOf(target)
  if (url.pathname !== path || url.hash !== '') {
    const rule = `the fetch of this runtime would send ${JSON.stringify(url.pathname)}, which is not what was signed: use no segment "." or "..", or give a transport function of your own`
    invalid('ERR_PUSHER_INVALID_PARAMS', 'path', path, rule)
  }
  return url
}

/** Repeated headers are joined by `get`; iterating alone would give each `set-cookie` by itself. */
function flatten(headers: Headers): RawResponse['headers'] {
  return Object.fromEntries([...headers.keys()].map((name) => [name, headers.get(name) ?? '']))
}

/**
 * Why a request got no answer, as the error that the Fetch standard has for it. Node wraps the reason into a bare "fetch
 * failed"; Deno writes the whole URL into the message and Bun into a property, and its query holds the signature: so
 * nothing is taken over but the text, cleaned, and what retries are decided by.
 */
function toNetworkError(error: unknown, { search }: URL): TypeError {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const text = reason instanceof Error ? reason.message : String(reason)
  const { code, syscall } = Object(reason) as Record<'code' | 'syscall', unknown>
  return Object.assign(
    new TypeError(redactSignatures(search === '' ? text : text.replaceAll(search, ''))),
    typeof code === 'string' && { code },
    typeof syscall === 'string' && { syscall },
  )
}
