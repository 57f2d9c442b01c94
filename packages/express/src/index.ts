/**
 * Pusher Channels for Express: `app.use(pusher({ … }))`, then `req.pusher.trigger(…)`.
 *
 * @module
 */
export { type PusherMiddleware, pusher } from './pusher.ts'
