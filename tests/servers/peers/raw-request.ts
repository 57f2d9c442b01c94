import type { PusherOptions } from '@pusherkit/core'
import { createToken, type RequestSpec, signRequest } from '@pusherkit/core/signing'
import { APP } from '../run/apps.ts'
import type { TestServer } from '../test-server.ts'

/** What a request may be besides one that our client would send. */
export interface RawOptions extends Pick<Partial<PusherOptions>, 'key' | 'secret'> {
  /** The time to sign, in ms since 1970. */
  readonly now?: number
}

/** An answer before our client reads it. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** Signs and sends a request that our client would refuse to make, or make in another way. */
export async function rawRequest(
  server: TestServer,
  method: 'GET' | 'POST',
  resource: string,
  body?: unknown,
  options: RawOptions = {},
): Promise<RawAnswer> {
  const [path = '', query = ''] = resource.split('?')
  const spec: RequestSpec = {
    method,
    path: `/apps/${APP.appId}${path}`,
    query: new Map(new URLSearchParams(query)),
    body: body === undefined ? undefined : JSON.stringify(body),
  }
  const token = createToken({ ...APP, ...options })
  const origin = `http://127.0.0.1:${server.address.httpPort}`
  const request = signRequest(spec, token, origin, options.now ?? Date.now())
  const response = await fetch(origin + request.target, {
    method,
    headers: request.headers,
    body: request.body ?? null,
  })
  return { status: response.status, headers: response.headers, body: await response.text() }
}
