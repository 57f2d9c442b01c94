import { type AnyEvents, type EventMap, PusherError } from '@pusherkit/core'
import { findRegistration, type Registration } from './registry.ts'
import type { RequestPusher } from './request-pusher.ts'

/**
 * The client of a request, typed: `getPusher<Events>(req)`. It is `req.pusher`, or with a name the client of
 * `app.use(pusher({ …, name }))`.
 *
 * @throws PusherError `ERR_PUSHER_MIDDLEWARE_MISSING` when no such middleware ran before.
 */
export const getPusher = <Events extends EventMap = AnyEvents>(
  request: Express.Request,
  name?: string,
): RequestPusher<Events> =>
  // Which events a client knows is for the caller to say: Express has one request type for all.
  requireRegistration(request, name).pusher as unknown as RequestPusher<Events>

/** @throws PusherError `ERR_PUSHER_MIDDLEWARE_MISSING` */
export function requireRegistration(request: Express.Request, name: string | undefined): Registration {
  const registration = findRegistration(request, name)
  if (registration) return registration
  const [missing, option] =
    name === undefined
      ? ['no client', '']
      : [`no client called ${JSON.stringify(name)}`, `, name: ${JSON.stringify(name)}`]
  throw new PusherError(
    'ERR_PUSHER_MIDDLEWARE_MISSING',
    `This request has ${missing}. Put this before the routes that need it: app.use(pusher({ appId, key, secret, cluster${option} }))`,
  )
}
