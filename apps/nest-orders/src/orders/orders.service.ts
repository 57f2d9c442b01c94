import { ConflictException, ForbiddenException, Inject, Injectable, NotFoundException } from '@nestjs/common'
import { EventEmitter2 } from '@nestjs/event-emitter'
import { Audience } from '../audience/audience.ts'
import { PRODUCTS } from '../catalogue/products.ts'
import type { Person } from '../session/person.ts'
import { CLOCK, type Clock } from '../settings/clock.ts'
import { AddressGiven } from './events/address-given.event.ts'
import { EVENTS } from './events/order-events.ts'
import type { Order } from './order.ts'
import { isMove, movesOf, type OrderStatus } from './order-status.ts'
import type { PlaceOrderDto } from './place-order.dto.ts'

const MAX_OPEN = 20

/** The orders, in memory. What happens to them is emitted; who publishes that, and how, is none of its business. */
@Injectable()
export class OrdersService {
  readonly #orders = new Map<string, Order>()
  #last = 1_000

  constructor(
    private readonly emitter: EventEmitter2,
    private readonly audience: Audience,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** The orders that somebody may see, the newest first. */
  visibleTo({ id, role }: Person): Order[] {
    return [...this.#orders.values()]
      .filter(({ customer }) => role === 'staff' || customer.id === id)
      .reverse()
  }

  /** @throws ConflictException when a customer has too many open orders. */
  place({ id, name, role }: Person, { lines, address }: PlaceOrderDto): Order {
    if (role !== 'customer') throw new ForbiddenException('Staff cannot order here.')
    const open = this.visibleTo({ id, name, role }).filter(
      ({ status }) => movesOf(status, 'staff').length > 0,
    )
    if (open.length >= MAX_OPEN) throw new ConflictException(`You have ${MAX_OPEN} open orders already.`)
    this.#last += 1
    const customer = { id, name }
    const order: Order = {
      id: `A${this.#last}`,
      customer,
      lines: PRODUCTS.flatMap((product) => {
        const quantity = lines.find((line) => line.product === product.id)?.quantity
        return quantity === undefined
          ? []
          : [{ name: product.name, quantity, price: quantity * product.price }]
      }),
      address,
      history: [{ status: 'placed', at: this.now(), by: customer }],
      status: 'placed',
    }
    this.#keep(order)
    this.emitter.emit('address.given', new AddressGiven(order.id, address, this.audience.forAddresses()))
    return order
  }

  /**
   * @throws NotFoundException for an order that this person cannot see, ConflictException for a step that the order
   *   cannot take, ForbiddenException for one that this person may not take.
   */
  move(id: string, to: OrderStatus, person: Person): Order {
    const order = this.visibleTo(person).find((one) => one.id === id)
    if (!order) throw new NotFoundException('There is no such order.')
    if (!isMove(order.status, to)) throw new ConflictException(`${id} is ${order.status} already.`)
    if (!movesOf(order.status, person.role).includes(to))
      throw new ForbiddenException(`Only ${person.role === 'staff' ? 'the customer' : 'staff'} can do that.`)
    const by = { id: person.id, name: person.name }
    const moved: Order = {
      ...order,
      status: to,
      history: [...order.history, { status: to, at: this.now(), by }],
    }
    this.#keep(moved)
    return moved
  }

  #keep(order: Order): void {
    this.#orders.set(order.id, order)
    const Event = EVENTS[order.status]
    this.emitter.emit(`order.${order.status}`, new Event(order, this.audience.forOrderOf(order.customer.id)))
  }
}
