import type { ExecutionContext } from '@nestjs/common'
import { isSocketId } from '@pusherkit/core/contract'
import type { HttpRequest } from '../routes/http-request.interface.ts'

/**
 * The socket id in the `X-Socket-ID` header of the request that is handled. A value that cannot be one is ignored: it
 * names no connection.
 */
export function socketIdOf(context: ExecutionContext): string | undefined {
  if (context.getType() !== 'http') return undefined
  const value = context.switchToHttp().getRequest<HttpRequest>().headers['x-socket-id']
  return typeof value === 'string' && isSocketId(value) ? value : undefined
}
