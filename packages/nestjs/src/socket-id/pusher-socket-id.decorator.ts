import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { senderOf } from './sender-of.ts'

/**
 * The caller's connection: the socket id in the `X-Socket-ID` header, or undefined when there is none, or one that cannot
 * be a socket id. As the last argument of `trigger` it keeps the event from the caller.
 *
 * ```ts
 * @Post() create(@Body() order: OrderDto, @PusherSocketId() socketId?: string) {
 *   return this.pusher.trigger('orders', 'created', order, socketId)
 * }
 * ```
 */
export const PusherSocketId: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => senderOf(context),
)
