/**
 * Server-side client for Pusher Channels and the servers that speak its protocol.
 *
 * @module
 */
export type { PusherOptions } from './config/pusher-options.ts'
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
export { PusherError, type PusherErrorCode } from './error/pusher-error.ts'
export { PusherRequestError } from './error/request-error.ts'
export { PusherTimeoutError } from './error/timeout-error.ts'
export { PusherValidationError } from './error/validation-error.ts'
export { Pusher } from './pusher.ts'
export { PusherResponse } from './response/pusher-response.ts'
export type { EventAttributes, ResourceOf, TriggerBatchResult, TriggerResult } from './response/results.ts'
export type { SignedRequest } from './signing/sign-request.ts'
export type { RawResponse, Transport, TransportOptions } from './transport/transport.ts'
export type { BatchEvent, GetOptions, PostOptions, RequestParams, TriggerParams } from './types.ts'
