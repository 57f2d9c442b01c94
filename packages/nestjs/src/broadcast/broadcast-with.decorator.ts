import { type BroadcastDecorator, broadcastDecorator } from './broadcast-metadata.ts'

/**
 * Says what the events of a class carry, as the `data` of `trigger`. Their own properties unless told; TypeScript's
 * `private` ones are among them, `#private` ones are not.
 */
export const BroadcastWith = <Event extends object>(
  payload: (event: Event) => unknown,
): BroadcastDecorator<Event> => broadcastDecorator({ payload })
