import type { ExecutionContext } from '@nestjs/common'
import type { Handler } from '@pusherkit/core/handlers'
import type { HttpRequest } from './http-request.interface.ts'
import { sendResponse } from './send-response.ts'
import { toHandlerRequest } from './to-handler-request.ts'

/** Lets a handler answer the request of a context. */
export async function answer(
  handler: Handler<ExecutionContext>,
  context: ExecutionContext,
  depth: number,
): Promise<void> {
  const http = context.switchToHttp()
  const request = await toHandlerRequest(http.getRequest<HttpRequest>(), depth, handler.maxBodyBytes)
  sendResponse(http.getResponse<object>(), await handler(request, context))
}
