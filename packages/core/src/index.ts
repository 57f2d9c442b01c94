/**
 * Server-side client for Pusher Channels and the servers that speak its protocol.
 *
 * @module
 */
export type { UserAuthentication, UserData } from './auth/authenticate-user.ts'
export type { AuthorizeOptions, ChannelAuthorization, PresenceData } from './auth/authorize-channel.ts'
export type { Environment } from './config/from-environment.ts'
export type { PusherOptions } from './config/pusher-options.ts'
export type { TlsOptions, TransportSettings } from './config/transport-options.ts'
export type { CallOptions } from './contract/call-options.ts'
export type {
  ChannelAttribute,
  ChannelAttributes,
  ChannelListAttribute,
  ChannelOptions,
  ChannelQueries,
  ChannelResult,
  ChannelsOptions,
  ChannelsResult,
  UsersResult,
} from './contract/channel-queries.ts'
export type { AnyEvents, ChannelName, EventData, EventMap, EventName } from './contract/event-map.ts'
export type {
  UnknownWebhookEvent,
  WebhookData,
  WebhookEvent,
  WebhookEventName,
  WebhookEventOf,
} from './contract/webhook-events.ts'
export type { Encryption } from './encryption/encryption.ts'
export { PusherError, type PusherErrorCode } from './error/pusher-error.ts'
export { PusherRequestError } from './error/request-error.ts'
export { PusherTimeoutError } from './error/timeout-error.ts'
export { PusherValidationError } from './error/validation-error.ts'
export { PusherWebhookError } from './error/webhook-error.ts'
export type { ErrorInfo, Hooks, ProgressInfo, RequestInfo, ResponseInfo, RetryInfo } from './observe/hooks.ts'
export { Pusher } from './pusher.ts'
export { PusherResponse } from './response/pusher-response.ts'
export type {
  EventAttributes,
  JsonObject,
  ResourceOf,
  TriggerBatchResult,
  TriggerResult,
} from './response/results.ts'
export type { SignedRequest } from './signing/sign-request.ts'
export type { RetryOptions } from './transport/retry-policy.ts'
export type { RawResponse, Transport, TransportOptions } from './transport/transport.ts'
export type { BatchEventOf } from './typed/batch-event.ts'
export { defineEvents } from './typed/define-events.ts'
export type { EventDefinitions, EventsOf, ReceivedEventsOf } from './typed/event-definitions.ts'
export type { StandardSchema } from './typed/standard-schema.ts'
export type {
  BatchEvent,
  GetOptions,
  PostOptions,
  RequestParams,
  SignedQueryOptions,
  TriggerParams,
} from './types.ts'
export { type SignedWebhook, signWebhook, type WebhookContent } from './webhook/sign-webhook.ts'
export type { TokenLike } from './webhook/token-like.ts'
export { Webhook } from './webhook/webhook.ts'
export type { WebhookOptions } from './webhook/webhook-options.ts'
export type { RequestHeaders, WebhookRequest } from './webhook/webhook-request.ts'
