import type { Send } from './client.ts'
import type { PusherConfig } from './config/resolve-config.ts'
import type { EventDefinitions } from './typed/event-definitions.ts'
import { invalidOption } from './validate/options.ts'

/** What the other entries of this package use of a client, and nobody else can reach. */
export interface Internals {
  readonly config: PusherConfig
  readonly events: Pick<EventDefinitions, 'validate'> | undefined
  readonly send: Send
}

const all = new WeakMap<object, Internals>()

/** Called by the constructor of a client. */
export const setInternals = (pusher: object, internals: Internals): void => void all.set(pusher, internals)

/** @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` for what is no client of this copy of the package. */
export function internalsOf(pusher: unknown): Internals {
  const internals = typeof pusher === 'object' && pusher !== null ? all.get(pusher) : undefined
  if (internals) return internals
  const rule =
    'is no client of this copy of @pusherkit/core: pass what new Pusher(…) made. Are there two copies? "npm ls @pusherkit/core" tells'
  return invalidOption('pusher', rule)
}
