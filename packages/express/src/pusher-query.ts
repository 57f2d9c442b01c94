import type { ChannelQueries } from '@pusherkit/core'
import { createQueryHandler, type QueryHandlerOptions } from '@pusherkit/core/handlers'
import type { Request } from 'express'
import type { PusherMiddleware } from './middleware.ts'
import { type RouteOptions, route } from './route.ts'

/** Who may ask what, and which client asks. */
export interface PusherQueryOptions extends QueryHandlerOptions<Request>, RouteOptions<ChannelQueries> {}

/**
 * Makes the routes that answer questions about channels: `GET /channels`, `/channels/{name}` and `/channels/{name}/users`
 * below the path that it is mounted at with `app.use`.
 *
 * ```ts
 * app.use('/pusher/query', pusherQuery({ authorize: (query, req) => req.user?.isAdmin === true }))
 * ```
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export const pusherQuery = (options: PusherQueryOptions): PusherMiddleware =>
  route(options, createQueryHandler<Request>)
