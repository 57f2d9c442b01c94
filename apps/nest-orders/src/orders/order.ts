import type { Address } from './address.ts'
import type { OrderStatus } from './order-status.ts'

/** Somebody, as an order knows them. */
export interface Party {
  readonly id: string
  readonly name: string
}

/** Some pieces of a product. */
export interface Line {
  readonly name: string
  readonly quantity: number
  /** Of all pieces, in cents. */
  readonly price: number
}

/** How an order came to be in a state. */
export interface Step {
  readonly status: OrderStatus
  /** In ms since 1970. */
  readonly at: number
  readonly by: Party
}

/** An order. Each step makes a new one. */
export interface Order {
  readonly id: string
  readonly customer: Party
  readonly lines: readonly Line[]
  readonly address: Address
  /** The oldest first; the last one is the state. Never empty. */
  readonly history: readonly Step[]
  readonly status: OrderStatus
}
