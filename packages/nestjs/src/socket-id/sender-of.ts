import type { ExecutionContext } from '@nestjs/common'
import { socketIdOf } from '@pusherkit/core/handlers'
import type { HttpRequest } from '../routes/http-request.interface.ts'

/** The connection that sent the request which is handled, if one did. */
export const senderOf = (context: ExecutionContext): string | undefined =>
  context.getType() === 'http'
    ? socketIdOf(context.switchToHttp().getRequest<HttpRequest>().headers)
    : undefined
