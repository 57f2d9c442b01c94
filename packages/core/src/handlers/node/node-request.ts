import type { RequestHeaders } from '../socket-id-of.ts'

/** What is read of a request's stream: a part of Node's `Readable`. */
export interface NodeStream {
  readonly readableDidRead: boolean
  readonly readableEnded: boolean
  /** Set when somebody asked for text instead of bytes. */
  readonly readableEncoding: string | null
  iterator(options: { destroyOnReturn: boolean }): AsyncIterable<Uint8Array>
  resume(): unknown
}

/**
 * A request of `node:http`, of Express, or of Fastify, which has Node's own in `raw`: what they have in common, whatever
 * parsers ran before.
 */
export type NodeRequest = (NodeStream | { readonly raw: NodeStream }) & {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: RequestHeaders
  /** The bytes or the text of the body, where somebody kept them. */
  readonly rawBody?: unknown
  /** What a parser made of the body. */
  readonly body?: unknown
}
