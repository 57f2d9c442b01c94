import { joinBytes } from '../../encoding/join-bytes.ts'
import type { HandlerRequest } from '../handler.ts'

/** The body of a request, or why there is none. */
export type ReadBody = Pick<HandlerRequest, 'body' | 'bodyFailure'>

/**
 * Reads the body of a request, and stops as soon as it is too large.
 *
 * @param maxBytes 0: it is not read at all.
 */
export async function readStream(request: Request, maxBytes: number): Promise<ReadBody> {
  if (maxBytes === 0 || request.body === null) return { body: undefined }
  // Somebody has read it: it cannot be had again.
  if (request.bodyUsed) return { body: undefined, bodyFailure: 'unreadable' }
  if (Number(request.headers.get('content-length')) > maxBytes) {
    return { body: undefined, bodyFailure: 'too-large' }
  }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    const reader = request.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { body: joinBytes(chunks) }
      size += value.byteLength
      chunks.push(value)
      if (size <= maxBytes) continue
      // Nobody waits for the rest, nor for its end.
      reader.cancel().catch(() => {})
      return { body: undefined, bodyFailure: 'too-large' }
    }
  } catch {
    return { body: undefined, bodyFailure: 'aborted' }
  }
}
