import type { AnyEvents, EventMap } from '../contract/event-map.ts'
import { internalsOf } from '../internals.ts'
import type { Pusher } from '../pusher.ts'
import { Publisher } from './publisher.ts'
import { type PublisherOptions, toPublisherSettings } from './publisher-options.ts'

/**
 * Makes a publisher: `trigger` for many events. What is triggered at the same time, or waits for a free request, shares
 * a request; every promise still is the answer for its own event, and each channel keeps its order.
 *
 * ```ts
 * const publisher = createPublisher(pusher)
 * await Promise.all(orders.map((order) => publisher.trigger(`orders-${order.shop}`, 'created', order)))
 * await publisher.close()
 * ```
 *
 * @param pusher Its connections, hooks, encryption, types and validators are used.
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export function createPublisher<Events extends EventMap = AnyEvents>(
  pusher: Pusher<Events>,
  options?: PublisherOptions,
): Publisher<Events> {
  const internals = internalsOf(pusher)
  return new Publisher(internals, toPublisherSettings(options, internals.config))
}
