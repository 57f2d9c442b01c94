import type { Pusher } from '@pusherkit/core'
import { type ChannelAuthOptions, createChannelAuthHandler } from '@pusherkit/core/handlers'
import type { Request } from 'express'
import type { PusherMiddleware } from './middleware.ts'
import { type RouteOptions, route } from './route.ts'

/** How channel authorization is decided, and by which client it is signed. */
export interface PusherAuthOptions
  extends ChannelAuthOptions<Request>,
    RouteOptions<Pick<Pusher, 'authorizeChannel'>> {}

/**
 * Makes the route that authorizes subscriptions to private, encrypted and presence channels. It reads the body itself.
 *
 * ```ts
 * app.use('/pusher/auth', pusherAuth({ authorize: ({ channel }, req) => channel === `private-${req.user?.id}` }))
 * ```
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export const pusherAuth = (options: PusherAuthOptions): PusherMiddleware =>
  route(options, createChannelAuthHandler<Request>)
