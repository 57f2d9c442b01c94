import type { IncomingMessage } from 'node:http'
import type { BodyFailure, HandlerRequest } from '@pusherkit/core/handlers'

/** A body, or why there is none. */
export type Body = Pick<HandlerRequest, 'body' | 'bodyFailure'>

/** Reads the bytes of a request, at most `limit` of them. Never rejects. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    // Leaving the loop must not end the connection: the client is still to be answered.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length
      if (size > limit) break
      chunks.push(chunk)
    }
  } catch {
    return failed('aborted')
  }
  if (size <= limit) return { body: Buffer.concat(chunks) }
  // What else comes is thrown away, or the next request on this connection would wait behind it.
  request.resume()
  return failed('too-large')
}

const failed = (bodyFailure: BodyFailure): Body => ({ body: undefined, bodyFailure })
