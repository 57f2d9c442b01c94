import type { ExecutionContext } from '@nestjs/common'
import { type Handler, toNodeHandlerRequest } from '@pusherkit/core/handlers'
import type { HttpRequest } from './http-request.interface.ts'
import { pathBelow } from './path-below.ts'
import { sendResponse } from './send-response.ts'

/** Lets a handler answer the request of a context. */
export async function answer(
  handler: Handler<ExecutionContext>,
  context: ExecutionContext,
  depth: number,
): Promise<void> {
  const http = context.switchToHttp()
  const request = http.getRequest<HttpRequest>()
  const plain = await toNodeHandlerRequest(request, pathBelow(request, depth), handler.maxBodyBytes)
  sendResponse(http.getResponse<object>(), await handler(plain, context))
}
