import type { IncomingMessage, ServerResponse } from 'node:http'

/** The application's own word where its parser refused a body, before a handler saw it: an error middleware of Express. */
export function parserRefused(
  error: { readonly status: number; readonly type: string },
  _request: IncomingMessage,
  response: ServerResponse,
  _next: unknown,
): void {
  response.statusCode = error.status
  response.end(error.type)
}
