import { BroadcastAs } from '@pusherkit/nestjs'
import { OrderEvent } from './order-event.ts'

/** A customer has ordered. */
@BroadcastAs('order.placed')
export class OrderPlaced extends OrderEvent {}
