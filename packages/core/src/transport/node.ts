import type { Agent, request as HttpRequest, IncomingHttpHeaders } from 'node:http'
import type { RawResponse, Transport } from './transport.ts'

// Enough connections to keep a distant server busy, few enough not to be a flood: 1,000 publishes at once wait
// for these instead of opening 1,000 sockets.
const MAX_SOCKETS = 64

interface Protocol {
  readonly request: typeof HttpRequest
  readonly agent: Agent
}

/**
 * The default transport on Node: `node:https` with connections kept alive and shared. The module is loaded with the
 * first request, because loading it takes longer than everything else here together.
 */
export function createTransport(): Transport {
  const protocols = new Map<string, Promise<Protocol>>()
  const protocolOf = (scheme: string): Promise<Protocol> => {
    const known = protocols.get(scheme)
    if (known) return known
    const loading = load(scheme)
    protocols.set(scheme, loading)
    return loading
  }

  return async ({ method, origin, target, headers, body }, { signal }) => {
    const { protocol: scheme, hostname, port } = new URL(origin)
    const protocol = await protocolOf(scheme)
    return new Promise<RawResponse>((resolve, reject) => {
      const request = protocol.request({
        agent: protocol.agent,
        method,
        host: hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
        port,
        path: target,
        headers: body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
        signal,
      })
      request.on('error', reject)
      request.on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: flatten(response.headers),
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      })
      request.end(body)
    })
  }
}

async function load(scheme: string): Promise<Protocol> {
  const { Agent, request } = scheme === 'http:' ? await import('node:http') : await import('node:https')
  return {
    request,
    agent: new Agent({ keepAlive: true, maxSockets: MAX_SOCKETS, maxFreeSockets: MAX_SOCKETS }),
  }
}

function flatten(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}
