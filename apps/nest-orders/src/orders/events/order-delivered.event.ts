import { BroadcastAs } from '@pusherkit/nestjs'
import { OrderEvent } from './order-event.ts'

/** An order has arrived. */
@BroadcastAs('order.delivered')
export class OrderDelivered extends OrderEvent {}
