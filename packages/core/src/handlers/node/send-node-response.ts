import type { HandlerResponse } from '../handler.ts'

/** What an answer is written to: a part of the response of Node and Express. Fastify's is `reply.raw`. */
export interface NodeResponse {
  statusCode: number
  setHeader(name: string, value: string): unknown
  end(body: string): unknown
}

/** Answers with exactly these bytes: no framework's ETag, serializer or envelope touches them. Headers set before stay. */
export function sendNodeResponse(response: NodeResponse, { status, headers, body }: HandlerResponse): void {
  response.statusCode = status
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.end(body)
}
