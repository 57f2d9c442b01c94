import { type EventMap, Pusher } from '@pusherkit/core'

/** `instanceof` would fail for an instance of another copy of core; no option is called `trigger`. */
export const isPusher = <Events extends EventMap>(value: object | Pusher<Events>): value is Pusher<Events> =>
  value instanceof Pusher || typeof (value as Partial<Pusher> | undefined)?.trigger === 'function'
