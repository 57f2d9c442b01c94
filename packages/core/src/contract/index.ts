/**
 * The protocol's vocabulary: types, limits and pure predicates. Imports nothing, so it is safe in a browser.
 *
 * @module
 */
export type { CallOptions } from './call-options.ts'
export {
  type ChannelKind,
  channelKind,
  isAuthorizedChannel,
  isCacheChannel,
  isEncryptedChannel,
  isPresenceChannel,
  isUserChannel,
  userChannel,
  userIdOf,
} from './channel-kind.ts'
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
} from './channel-queries.ts'
export type {
  AnyEvents,
  ChannelName,
  EventData,
  EventMap,
  EventName,
  ReceivedEventData,
  ReceivedEventName,
} from './event-map.ts'
export { LIMITS } from './limits.ts'
export { hasChannelCharacters, isChannelName, isSocketId, isUserId } from './names.ts'
export {
  type ChannelLike,
  type EventCallback,
  type EventMetadata,
  type TypedBinding,
  type TypedChannel,
  typedChannel,
} from './typed-channel.ts'
export {
  type UnknownWebhookEvent,
  WEBHOOK_EVENT_NAMES,
  type WebhookData,
  type WebhookEvent,
  type WebhookEventFields,
  type WebhookEventName,
  type WebhookEventOf,
} from './webhook-events.ts'
