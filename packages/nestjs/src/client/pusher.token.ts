import { Pusher } from '@pusherkit/core'

/**
 * The injection token of a client: the class `Pusher` for the default one, a text for a named one.
 *
 * @param name The `name` that the module was given.
 */
export const getPusherToken = (name?: string): typeof Pusher | string =>
  name === undefined ? Pusher : `Pusher(${name})`
