import type { IncomingMessage } from 'node:http'

/** Largest body that is read, in bytes: a full batch of 10 kB events has room for JSON's escapes. */
export const BODY_BYTES = 1_048_576

/**
 * Reads a body to its end.
 *
 * @returns Undefined as soon as it is known to be too large; the rest is then left unread.
 */
export async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_BYTES) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
