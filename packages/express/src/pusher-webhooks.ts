import type { Pusher } from '@pusherkit/core'
import { createWebhookHandler, type WebhookHandlerOptions } from '@pusherkit/core/handlers'
import type { Request } from 'express'
import type { PusherMiddleware } from './middleware.ts'
import { type RouteOptions, route } from './route.ts'

/** What to do with webhooks, and by which client they are verified. */
export interface PusherWebhooksOptions
  extends WebhookHandlerOptions<Request>,
    RouteOptions<Pick<Pusher, 'key' | 'webhook'>> {}

/**
 * Makes the route that webhooks are sent to. It verifies the bytes as they came and reads them itself, so it belongs in
 * front of `express.json()`.
 *
 * ```ts
 * app.use('/pusher/webhooks', pusherWebhooks({ on: { member_added: ({ channel, user_id }) => welcome(channel, user_id) } }))
 * ```
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export const pusherWebhooks = (options: PusherWebhooksOptions): PusherMiddleware =>
  route(options, createWebhookHandler<Request>)
