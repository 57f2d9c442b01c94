import { type BroadcastDecorator, broadcastDecorator } from './broadcast-metadata.ts'

/** Says under which name the events of a class are published, e.g. `order.shipped`. The name of the class unless told. */
export const BroadcastAs = (name: string): BroadcastDecorator<object> => broadcastDecorator({ name })
