/**
 * Pusher Channels for NestJS: `PusherModule.forRoot({ … })`, then `constructor(private readonly pusher: Pusher)`.
 *
 * @module
 */
export { BroadcastAs } from './broadcast/broadcast-as.decorator.ts'
export type { BroadcastDecorator } from './broadcast/broadcast-metadata.ts'
export { BroadcastOn } from './broadcast/broadcast-on.decorator.ts'
export { BroadcastWhen } from './broadcast/broadcast-when.decorator.ts'
export { BroadcastWith } from './broadcast/broadcast-with.decorator.ts'
export { InjectPusherBroadcaster } from './broadcast/inject-pusher-broadcaster.decorator.ts'
export { PusherBroadcaster, type PusherDispatcher } from './broadcast/pusher.broadcaster.ts'
export { getPusherBroadcasterToken } from './broadcast/pusher-broadcaster.token.ts'
export { InjectPusher } from './client/inject-pusher.decorator.ts'
export { getPusherToken } from './client/pusher.token.ts'
export { PusherModule } from './pusher.module.ts'
export type {
  PusherModuleAsyncOptions,
  PusherModuleExtras,
  PusherModuleOptions,
  PusherOptionsFactory,
} from './pusher-module-options.interface.ts'
export type {
  PusherAuthRoute,
  PusherChannelAuthorizer,
  PusherQueryAuthorizer,
  PusherQueryRoute,
  PusherRoutes,
  PusherUserAuthenticator,
  PusherUserAuthRoute,
  PusherWebhookRoute,
  RouteOptions,
} from './routes/pusher-routes.interface.ts'
export { PusherSocketId } from './socket-id/pusher-socket-id.decorator.ts'
export {
  type ResultChannels,
  TriggerResult,
  type TriggerResultOptions,
} from './trigger/trigger-result.decorator.ts'
export {
  OnPusherWebhook,
  type OnPusherWebhookOptions,
  type WebhookEventFor,
} from './webhooks/on-pusher-webhook.decorator.ts'
export { PusherWebhook } from './webhooks/pusher-webhook.decorator.ts'
export { PusherWebhookGuard } from './webhooks/pusher-webhook.guard.ts'
