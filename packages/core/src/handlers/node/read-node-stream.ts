import { joinBytes } from '../../encoding/join-bytes.ts'
import type { HandlerRequest } from '../handler.ts'
import type { NodeStream } from './node-request.ts'

/** Reads the bytes of a request, at most `limit` of them. Never rejects. */
export async function readNodeStream(
  stream: NodeStream,
  limit: number,
): Promise<Pick<HandlerRequest, 'body' | 'bodyFailure'>> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    // Leaving the loop must not end the connection: the client is still to be answered.
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      size += chunk.byteLength
      if (size > limit) break
      chunks.push(chunk)
    }
  } catch {
    return { body: undefined, bodyFailure: 'aborted' }
  }
  if (size <= limit) return { body: joinBytes(chunks) }
  // What else comes is thrown away, or the next request on this connection would wait behind it.
  stream.resume()
  return { body: undefined, bodyFailure: 'too-large' }
}
