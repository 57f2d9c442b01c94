/**
 * The protocol's vocabulary: types, limits and pure predicates. Imports nothing, so it is safe in a browser.
 *
 * @module
 */
export {
  type ChannelKind,
  channelKind,
  isAuthorizedChannel,
  isCacheChannel,
  isEncryptedChannel,
  isPresenceChannel,
  isUserChannel,
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
export { LIMITS } from './limits.ts'
export { hasChannelCharacters, isChannelName, isSocketId, isUserId } from './names.ts'
