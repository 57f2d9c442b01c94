const USER_CHANNEL_PREFIX = '#server-to-user-'

/** What a channel's name prefix says about who may subscribe to it. */
export type ChannelKind = 'public' | 'private' | 'private-encrypted' | 'presence'

/** Reads a channel's kind from its name. A cache channel has the kind of the channel it caches. */
export function channelKind(channel: string): ChannelKind {
  if (channel.startsWith('private-encrypted-')) return 'private-encrypted'
  if (channel.startsWith('private-')) return 'private'
  if (channel.startsWith('presence-')) return 'presence'
  return 'public'
}

/** `presence-`: subscribers are authorized and know each other. */
export const isPresenceChannel = (channel: string): boolean => channelKind(channel) === 'presence'

/** `private-encrypted-`: the server that delivers the events cannot read them. */
export const isEncryptedChannel = (channel: string): boolean => channelKind(channel) === 'private-encrypted'

/** Whether a subscriber must be authorized: everything but a public channel. */
export const isAuthorizedChannel = (channel: string): boolean => channelKind(channel) !== 'public'

/** `cache-`, `private-cache-`, `private-encrypted-cache-`, `presence-cache-`: newcomers get the last event. */
export const isCacheChannel = (channel: string): boolean =>
  /^(?:cache-|private-cache-|private-encrypted-cache-|presence-cache-)/.test(channel)

/** `#server-to-user-{id}`: the internal channel that carries `sendToUser` events. */
export const isUserChannel = (channel: string): boolean => userIdOf(channel) !== undefined

/** The internal channel that carries the `sendToUser` events of one user. */
export const userChannel = (userId: string): string => USER_CHANNEL_PREFIX + userId

/** Whose internal channel it is, or undefined for an ordinary channel. */
export const userIdOf = (channel: string): string | undefined =>
  channel.startsWith(USER_CHANNEL_PREFIX) && channel.length > USER_CHANNEL_PREFIX.length
    ? channel.slice(USER_CHANNEL_PREFIX.length)
    : undefined
