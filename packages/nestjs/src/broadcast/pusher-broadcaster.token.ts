import { PusherBroadcaster } from './pusher.broadcaster.ts'

/**
 * The injection token of a client's broadcaster: the class `PusherBroadcaster` for the default one, a text for a named one.
 *
 * @param name The `name` that the module was given.
 */
export const getPusherBroadcasterToken = (name?: string): typeof PusherBroadcaster | string =>
  name === undefined ? PusherBroadcaster : `PusherBroadcaster(${name})`
