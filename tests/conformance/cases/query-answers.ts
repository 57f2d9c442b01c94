import { type Answer, json } from '../case.ts'

const caching = (digest: string): Answer['headers'] => ({
  'cache-control': 'private, no-cache',
  etag: `"${digest}"`,
})

/** An answer with the SHA-256 of its body, hex. */
export const found = (body: string, digest: string): Answer => json(200, body, caching(digest))

/** The client has the body with this digest already. */
export const notModified = (digest: string): Answer => ({ status: 304, headers: caching(digest), body: '' })
