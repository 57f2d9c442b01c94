import { type BroadcastDecorator, broadcastDecorator } from './broadcast-metadata.ts'

/** Says which events of a class are published. All unless told. */
export const BroadcastWhen = <Event extends object>(
  condition: (event: Event) => boolean | PromiseLike<boolean>,
): BroadcastDecorator<Event> => broadcastDecorator({ when: condition })
