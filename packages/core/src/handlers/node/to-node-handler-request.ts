import type { HandlerRequest } from '../handler.ts'
import type { RequestHeaders } from '../socket-id-of.ts'
import type { NodeRequest, NodeStream } from './node-request.ts'
import { readNodeStream } from './read-node-stream.ts'

/**
 * Says in plain data what a request of a Node server is, in front of or behind any parser. Never rejects.
 *
 * @param path Below the handler's mount point, escaped as it came: see {@link HandlerRequest.path}.
 * @param maxBodyBytes Those of the handler. 0: the body is not read.
 */
export async function toNodeHandlerRequest(
  request: NodeRequest,
  path: string,
  maxBodyBytes: number,
): Promise<HandlerRequest> {
  const { method = '', url = '', headers } = request
  return {
    method,
    path,
    query: queryOf(url),
    headers: joined(headers),
    ...(await bodyOf(request, maxBodyBytes)),
  }
}

/** Of the URL itself: what frameworks call the query is what the application's parser makes of it. */
function queryOf(url: string): HandlerRequest['query'] {
  const start = url.indexOf('?')
  const pairs = start < 0 ? [] : [...new URLSearchParams(url.slice(start))]
  // The last of equal names wins in `fromEntries`; the first is wanted.
  return Object.fromEntries(pairs.reverse())
}

const joined = (headers: RequestHeaders): HandlerRequest['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'object' ? value.join(', ') : value,
    ]),
  )

/** The rawest form there is: what was kept aside, what a parser left as it came, the unread stream, a parsed object. */
async function bodyOf(
  request: NodeRequest,
  limit: number,
): Promise<Pick<HandlerRequest, 'body' | 'bodyFailure'>> {
  if (limit === 0) return { body: undefined }
  const { rawBody, body } = request
  const kept = [rawBody, body].find(isRaw)
  if (kept !== undefined) return { body: kept }
  const stream = 'iterator' in request ? request : request.raw
  if (isUnread(stream)) return readNodeStream(stream, limit)
  if (typeof body === 'object' && body !== null) return { body: body as Record<string, unknown> }
  // Somebody read it and left nothing, or what is left are no bytes.
  return { body: undefined, bodyFailure: 'unreadable' }
}

const isUnread = ({ readableDidRead, readableEnded, readableEncoding }: NodeStream): boolean =>
  !readableDidRead && !readableEnded && readableEncoding === null

const isRaw = (value: unknown): value is string | Uint8Array =>
  typeof value === 'string' || value instanceof Uint8Array
