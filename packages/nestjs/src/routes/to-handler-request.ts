import type { HandlerRequest } from '@pusherkit/core/handlers'
import type { HttpRequest } from './http-request.interface.ts'
import { readBody } from './read-body.ts'

/**
 * Says in plain data what a request is.
 *
 * @param depth How many segments of the path are below the handler's mount point.
 * @param maxBodyBytes Where to stop reading a body that no parser has read. 0 reads none.
 */
export async function toHandlerRequest(
  request: HttpRequest,
  depth: number,
  maxBodyBytes: number,
): Promise<HandlerRequest> {
  const [path = '', query = ''] = (request.originalUrl ?? request.url).split(/\?(.*)/s)
  return {
    method: request.method,
    path: `/${depth === 0 ? '' : path.split('/').filter(Boolean).slice(-depth).join('/')}`,
    query: firstValues(new URLSearchParams(query)),
    headers: joined(request.headers),
    ...(maxBodyBytes === 0 ? { body: undefined } : await readBody(request, maxBodyBytes)),
  }
}

/** Reversed, because the last one given stays. */
const firstValues = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...query].reverse())

const joined = (headers: HttpRequest['headers']): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
