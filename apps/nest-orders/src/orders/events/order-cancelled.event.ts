import { BroadcastAs } from '@pusherkit/nestjs'
import { OrderEvent } from './order-event.ts'

/** An order will not come: the customer or the staff said so. */
@BroadcastAs('order.cancelled')
export class OrderCancelled extends OrderEvent {}
