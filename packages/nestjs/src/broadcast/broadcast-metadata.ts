import type { BroadcastRules } from './broadcast-rules.interface.ts'

const RULES = 'pusherkit:broadcast'

/** A decorator for a class of events. `Event` holds what its functions need of the event. */
export type BroadcastDecorator<Event extends object> = (
  target: abstract new (...args: never[]) => Event,
) => void

/** Makes a decorator that adds to what is known of a class. A class has what its base class has, unless it says otherwise. */
export const broadcastDecorator =
  <Event extends object>(rules: BroadcastRules): BroadcastDecorator<Event> =>
  (target) =>
    Reflect.defineMetadata(RULES, { ...Reflect.getMetadata(RULES, target), ...rules }, target)

/** What the decorators say of the class of a value. Undefined for a value that is of no class. */
export const broadcastRulesOf = (event: unknown): BroadcastRules | undefined => {
  // What is emitted may have come as JSON, where `constructor` is a property like any other.
  const type: unknown = Object(event).constructor
  return typeof type === 'function' ? Reflect.getMetadata(RULES, type) : undefined
}
