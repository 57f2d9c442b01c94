import type { IncomingMessage } from 'node:http'
import { isSocketId } from '@pusherkit/core/contract'

/** The socket id in a request's `X-Socket-ID` header. A value that cannot be one is ignored: it names no connection. */
export function senderOf(request: Express.Request): string | undefined {
  const value = (request as Partial<IncomingMessage>).headers?.['x-socket-id']
  return typeof value === 'string' && isSocketId(value) ? value : undefined
}
