import type { ServerResponse } from 'node:http'
import type { HandlerResponse } from '@pusherkit/core/handlers'

/** Answers with exactly these bytes. Express's own `send` would add an ETag, and decide on 304 by itself. */
export function sendResponse({ status, headers, body }: HandlerResponse, response: ServerResponse): void {
  response.statusCode = status
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.end(body)
}
