import type { HandlerRequest } from '@pusherkit/core/handlers'
import type { Request } from 'express'
import { type Body, readBody } from './read-body.ts'

/** What has become of the body: bytes or text that some parser kept, or what a parser made of them. */
interface ParsedRequest {
  readonly rawBody?: unknown
  readonly body?: unknown
}

/** An Express request in plain data, whatever parsers ran before. Never rejects. */
export async function toHandlerRequest(request: Request, maxBodyBytes: number): Promise<HandlerRequest> {
  const { method, path } = request
  return {
    method,
    path,
    query: queryOf(request),
    headers: headersOf(request),
    ...(await bodyOf(request, maxBodyBytes)),
  }
}

/** Of the URL itself: `request.query` is what the application's query parser makes of it. */
function queryOf({ url }: Request): HandlerRequest['query'] {
  const start = url.indexOf('?')
  const pairs = start < 0 ? [] : [...new URLSearchParams(url.slice(start))]
  // The last of equal names wins in `fromEntries`; the first is wanted.
  return Object.fromEntries(pairs.reverse())
}

const headersOf = ({ headers }: Request): HandlerRequest['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )

/** The rawest form there is: what was kept aside, what a parser left as it came, the unread stream, a parsed object. */
async function bodyOf(request: Request, limit: number): Promise<Body> {
  if (limit === 0) return { body: undefined }
  const { rawBody, body } = request as ParsedRequest
  const kept = [rawBody, body].find(isRaw)
  if (kept !== undefined) return { body: kept }
  if (!request.readableDidRead && !request.readableEnded) return readBody(request, limit)
  if (typeof body === 'object' && body !== null) return { body: body as Record<string, unknown> }
  // Somebody read it and left nothing.
  return { body: undefined, bodyFailure: 'unreadable' }
}

const isRaw = (value: unknown): value is string | Uint8Array =>
  typeof value === 'string' || value instanceof Uint8Array
