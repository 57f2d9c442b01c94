import { BroadcastAs } from '@pusherkit/nestjs'
import { OrderEvent } from './order-event.ts'

/** An order is on its way. */
@BroadcastAs('order.shipped')
export class OrderShipped extends OrderEvent {}
