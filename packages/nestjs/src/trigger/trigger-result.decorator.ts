import { type ExecutionContext, UseInterceptors } from '@nestjs/common'
import { createTriggerInterceptor } from './create-trigger-interceptor.ts'

/** Where a result goes: a channel, up to 100, or a function that tells from the result. */
export type ResultChannels<Result> =
  | string
  | readonly string[]
  | ((result: Result, context: ExecutionContext) => string | readonly string[])

/** What else may be told to `@TriggerResult`. */
export interface TriggerResultOptions {
  /** The `name` of the client's module. The default client unless told. */
  readonly client?: string | undefined
}

/**
 * Publishes what a handler returns, once it has succeeded, to everybody but the caller (its `X-Socket-ID` header). The
 * answer waits for it. A publish that fails is logged, and the answer is as if it had not: what the handler did is done.
 *
 * ```ts
 * @Post() @TriggerResult((order: Order) => `private-shop-${order.shopId}`, 'order.created')
 * create(@Body() order: OrderDto): Promise<Order> {}
 * ```
 */
export const TriggerResult = <Result = unknown>(
  channels: ResultChannels<Result>,
  event: string,
  { client }: TriggerResultOptions = {},
): MethodDecorator & ClassDecorator =>
  UseInterceptors(
    createTriggerInterceptor({
      channelsOf: typeof channels === 'function' ? channels : () => channels,
      event,
      client,
    }),
  )
