import type { IncomingMessage } from 'node:http'
import type { HandlerRequest } from '@pusherkit/core/handlers'
import type { HttpRequest } from './http-request.interface.ts'

type Body = Pick<HandlerRequest, 'body' | 'bodyFailure'>

/**
 * The rawest form of the body that is left: bytes kept aside, what a parser left as bytes or text, the unread stream, what
 * a parser made of it.
 */
export async function readBody(request: HttpRequest, limit: number): Promise<Body> {
  const { rawBody, body } = request
  if (rawBody !== undefined) return { body: rawBody }
  if (typeof body === 'string' || body instanceof Uint8Array) return { body }
  // Fastify keeps Node's request in `raw`; that of Express is Node's own.
  const stream = ('raw' in request ? request.raw : request) as IncomingMessage
  if (!stream.readableDidRead && !stream.readableEnded) return readStream(stream, limit)
  if (typeof body === 'object' && body !== null) return { body: { ...body } }
  return { body: undefined, bodyFailure: 'unreadable' }
}

async function readStream(stream: IncomingMessage, limit: number): Promise<Body> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    // Leaving the loop must not end the connection: the client is still to be answered.
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      size += chunk.length
      if (size > limit) break
      chunks.push(chunk)
    }
  } catch {
    return { body: undefined, bodyFailure: 'aborted' }
  }
  if (size <= limit) return { body: Buffer.concat(chunks) }
  // What else comes is thrown away, or the next request on this connection would wait behind it.
  stream.resume()
  return { body: undefined, bodyFailure: 'too-large' }
}
