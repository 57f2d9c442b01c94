import { BroadcastAs } from '@pusherkit/nestjs'
import { OrderEvent } from './order-event.ts'

/** A customer has paid. */
@BroadcastAs('order.paid')
export class OrderPaid extends OrderEvent {}
