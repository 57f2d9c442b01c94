import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common'
import { OnEvent } from '@nestjs/event-emitter'
import { Pusher } from '@pusherkit/core'
import type { OrderCancelled } from '../orders/events/order-cancelled.event.ts'
import type { OrderDelivered } from '../orders/events/order-delivered.event.ts'
import type { OrderShipped } from '../orders/events/order-shipped.event.ts'

/** Tells one person what they should not miss, on all of their pages, with no channel to subscribe to. */
@Injectable()
export class NotificationsListener implements OnApplicationShutdown {
  readonly #logger = new Logger(NotificationsListener.name)
  readonly #pending = new Set<Promise<unknown>>()

  constructor(private readonly pusher: Pusher) {}

  @OnEvent('order.shipped')
  shipped({ order }: OrderShipped): void {
    this.#notify(order.customer.id, `Your order ${order.id} is on its way.`)
  }

  @OnEvent('order.delivered')
  delivered({ order }: OrderDelivered): void {
    this.#notify(order.customer.id, `Your order ${order.id} has arrived.`)
  }

  /** Tells the other side: the customer, or whoever has packed it. */
  @OnEvent('order.cancelled')
  cancelled({ order: { id, customer, history } }: OrderCancelled): void {
    const by = history.at(-1)?.by
    const packer = history.find(({ status }) => status === 'packed')?.by
    if (by?.id !== customer.id) this.#notify(customer.id, `${by?.name} cancelled your order ${id}.`)
    else if (packer) this.#notify(packer.id, `${customer.name} cancelled ${id}, which you packed.`)
  }

  /** Waits for what is on its way. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.#pending)
  }

  #notify(userId: string, text: string): void {
    const sent = this.pusher
      .sendToUser(userId, 'notice', { text })
      .catch((error: Error) => this.#logger.error(`A notice was not sent: ${error.message}`))
      .finally(() => this.#pending.delete(sent))
    this.#pending.add(sent)
  }
}
