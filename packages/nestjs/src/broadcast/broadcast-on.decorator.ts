import { type BroadcastDecorator, broadcastDecorator } from './broadcast-metadata.ts'

/**
 * Says on which channel, or on which up to 100, the events of a class are published. Only this decorator is needed:
 * without the others, the event is called as its class, and carries its own properties.
 *
 * ```ts
 * @BroadcastOn((event: OrderShipped) => `private-order-${event.orderId}`)
 * class OrderShipped {
 *   constructor(readonly orderId: number) {}
 * }
 * ```
 */
export const BroadcastOn = <Event extends object>(
  channels: string | readonly string[] | ((event: Event) => string | readonly string[]),
): BroadcastDecorator<Event> =>
  broadcastDecorator({ channels: typeof channels === 'function' ? channels : () => channels })
