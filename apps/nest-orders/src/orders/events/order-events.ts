import type { Order } from '../order.ts'
import type { OrderStatus } from '../order-status.ts'
import { OrderCancelled } from './order-cancelled.event.ts'
import { OrderDelivered } from './order-delivered.event.ts'
import type { OrderEvent } from './order-event.ts'
import { OrderPacked } from './order-packed.event.ts'
import { OrderPaid } from './order-paid.event.ts'
import { OrderPlaced } from './order-placed.event.ts'
import { OrderShipped } from './order-shipped.event.ts'

/** What is emitted when an order comes into a state. */
export const EVENTS: Readonly<
  Record<OrderStatus, new (order: Order, channels: readonly string[]) => OrderEvent>
> = {
  placed: OrderPlaced,
  paid: OrderPaid,
  packed: OrderPacked,
  shipped: OrderShipped,
  delivered: OrderDelivered,
  cancelled: OrderCancelled,
}
