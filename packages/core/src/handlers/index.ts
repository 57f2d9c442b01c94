/**
 * Request handlers for any web framework: plain data in, plain data out. Adapters translate, and decide nothing.
 *
 * @module
 */
export type { AnswerCode } from './answers.ts'
export type { ChannelAuthRequest } from './channel-auth/request.ts'
export { type ChannelAuthOptions, createChannelAuthHandler } from './channel-auth.ts'
export { DEFAULT_PATHS } from './default-paths.ts'
export { type FetchHandler, type FetchOptions, toFetchHandler } from './fetch.ts'
export type { BodyFailure, Handler, HandlerRequest, HandlerResponse } from './handler.ts'
export { PusherHandlerError } from './handler-error.ts'
export type { Awaitable, BodyOptions, HandlerOptions, Params } from './handler-options.ts'
export type { NodeRequest, NodeStream } from './node/node-request.ts'
export { type NodeResponse, sendNodeResponse } from './node/send-node-response.ts'
export { toNodeHandlerRequest } from './node/to-node-handler-request.ts'
export type { ChannelQuery } from './query/channel-query.ts'
export type { Narrowing } from './query/narrowing.ts'
export { createQueryHandler, type QueryHandlerOptions } from './query.ts'
export { type RequestHeaders, socketIdOf } from './socket-id-of.ts'
export { createUserAuthHandler, type UserAuthOptions, type UserAuthRequest } from './user-auth.ts'
export type { WebhookListeners } from './webhooks/listeners.ts'
export { createWebhookHandler, type WebhookHandlerOptions } from './webhooks.ts'
