/**
 * Pusher Channels for Express: `app.use(pusher({ … }))`, then `req.pusher.trigger(…)`, and routes for authorization,
 * sign-in, webhooks and queries.
 *
 * @module
 */
export { pusherErrors } from './errors.ts'
export { getPusher } from './get-pusher.ts'
export type { PusherErrorMiddleware, PusherMiddleware } from './middleware.ts'
export { type PusherName, pusher } from './pusher.ts'
export { type PusherAuthOptions, pusherAuth } from './pusher-auth.ts'
export { type PusherQueryOptions, pusherQuery } from './pusher-query.ts'
export { type PusherRouterOptions, pusherRouter } from './pusher-router.ts'
export { type PusherUserAuthOptions, pusherUserAuth } from './pusher-user-auth.ts'
export { type PusherWebhooksOptions, pusherWebhooks } from './pusher-webhooks.ts'
export type { RequestPusher } from './request-pusher.ts'
export type { RouteOptions } from './route.ts'
