import { z } from 'zod'
import { OrderStatus } from './order-status.ts'

/** What `POST /orders/:id/moves` takes. */
export const MoveOrderDto = z.object({
  to: z.enum(OrderStatus.options, 'There is no such state of an order.'),
})
export type MoveOrderDto = z.infer<typeof MoveOrderDto>
