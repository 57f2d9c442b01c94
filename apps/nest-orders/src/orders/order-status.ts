import { z } from 'zod'
import type { Role } from '../session/person.ts'

/** The states of an order. */
export const OrderStatus = z.enum(['placed', 'paid', 'packed', 'shipped', 'delivered', 'cancelled'])
export type OrderStatus = z.infer<typeof OrderStatus>

/** From where to where, and whose step it is. */
const MOVES: Readonly<Record<OrderStatus, Readonly<Partial<Record<OrderStatus, readonly Role[]>>>>> = {
  placed: { paid: ['customer'], cancelled: ['customer', 'staff'] },
  paid: { packed: ['staff'], cancelled: ['customer', 'staff'] },
  packed: { shipped: ['staff'], cancelled: ['customer', 'staff'] },
  shipped: { delivered: ['staff'] },
  delivered: {},
  cancelled: {},
}

/** Where somebody may move an order. */
export const movesOf = (status: OrderStatus, role: Role): OrderStatus[] =>
  OrderStatus.options.filter((to) => MOVES[status][to]?.includes(role))

/** Whether there is such a step, whoever takes it. */
export const isMove = (from: OrderStatus, to: OrderStatus): boolean => MOVES[from][to] !== undefined
