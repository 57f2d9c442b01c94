import { createToken, type Query, signRequest } from '@pusherkit/core/signing'

/** An emulator, or anything else that has an address. */
interface Served {
  readonly url: string
}

/** An answer of the HTTP API. */
export interface Reply {
  readonly status: number
  readonly contentType: string | null
  readonly body: string
}

interface Call {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly query?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string
  readonly key?: string
  readonly secret?: string
  readonly now?: number
}

/** Signs a call as a server library does and sends it. */
export async function call(
  emulator: Served,
  { method, path, query = {}, body, ...rest }: Call,
): Promise<Reply> {
  const token = createToken({ key: rest.key ?? 'app-key', secret: rest.secret ?? 'app-secret' })
  const spec = { method, path, query: new Map(Object.entries(query)) satisfies Query, body }
  const request = signRequest(spec, token, emulator.url, rest.now ?? Date.now())
  const response = await fetch(request.origin + request.target, {
    method,
    headers: request.headers,
    body: body ?? null,
  })
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    body: await response.text(),
  }
}

export const get = (emulator: Served, path: string, query: Call['query'] = {}): Promise<Reply> =>
  call(emulator, { method: 'GET', path: `/apps/app-id${path}`, query })

export const post = (emulator: Served, path: string, body: unknown): Promise<Reply> =>
  call(emulator, { method: 'POST', path: `/apps/app-id${path}`, body: JSON.stringify(body) })

export const ok = (body: string): Reply => ({ status: 200, contentType: 'application/json', body })

export const refused = (status: number, body: string): Reply => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body,
})
