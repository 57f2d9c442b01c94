import { BroadcastAs } from '@pusherkit/nestjs'
import { OrderEvent } from './order-event.ts'

/** An order is in its box. */
@BroadcastAs('order.packed')
export class OrderPacked extends OrderEvent {}
