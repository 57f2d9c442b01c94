import type { Pusher } from '@pusherkit/core'
import { createUserAuthHandler, type UserAuthOptions } from '@pusherkit/core/handlers'
import type { Request } from 'express'
import type { PusherMiddleware } from './middleware.ts'
import { type RouteOptions, route } from './route.ts'

/** How a client's user is found, and by which client the sign-in is signed. */
export interface PusherUserAuthOptions
  extends UserAuthOptions<Request>,
    RouteOptions<Pick<Pusher, 'authenticateUser'>> {}

/**
 * Makes the route that signs users in: `pusher.signin()` in the browser. It reads the body itself.
 *
 * ```ts
 * app.use('/pusher/user-auth', pusherUserAuth({ authenticate: (_request, req) => req.user && { id: req.user.id } }))
 * ```
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export const pusherUserAuth = (options: PusherUserAuthOptions): PusherMiddleware =>
  route(options, createUserAuthHandler<Request>)
