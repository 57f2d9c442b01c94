import type { Role } from '../session/person.ts'
import type { Line, Order, Party } from './order.ts'
import { movesOf, type OrderStatus } from './order-status.ts'

/** An order as it is published and shown: without the address, which not everybody in between shall read. */
export interface OrderView {
  readonly id: string
  readonly customer: Party
  readonly lines: readonly Line[]
  /** In cents. */
  readonly total: number
  readonly status: OrderStatus
  readonly history: readonly { readonly status: OrderStatus; readonly at: number; readonly by: string }[]
  /** Which steps come next, by who may take them. */
  readonly moves: Readonly<Record<Role, readonly OrderStatus[]>>
}

export const toOrderView = ({ id, customer, lines, status, history }: Order): OrderView => ({
  id,
  customer,
  lines,
  total: lines.reduce((sum, { price }) => sum + price, 0),
  status,
  history: history.map(({ status, at, by }) => ({ status, at, by: by.name })),
  moves: { customer: movesOf(status, 'customer'), staff: movesOf(status, 'staff') },
})
