import { BroadcastOn, BroadcastWhen, BroadcastWith } from '@pusherkit/nestjs'
import type { Order } from '../order.ts'
import { toOrderView } from '../order-view.ts'

/** What all events of an order have in common. They go to the channels where somebody is: often to none. */
@BroadcastOn((event: OrderEvent) => event.channels)
@BroadcastWhen((event: OrderEvent) => event.channels.length > 0)
@BroadcastWith((event: OrderEvent) => toOrderView(event.order))
export abstract class OrderEvent {
  constructor(
    readonly order: Order,
    readonly channels: readonly string[],
  ) {}
}
