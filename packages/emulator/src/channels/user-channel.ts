import { isUserChannel, isUserId } from '@pusherkit/core/contract'

const PREFIX = '#server-to-user-'

/** The user whose internal channel this is; undefined for any other channel, and for an id that no user can have. */
export function userIdOfChannel(channel: string): string | undefined {
  if (!isUserChannel(channel)) return undefined
  const userId = channel.slice(PREFIX.length)
  return isUserId(userId) ? userId : undefined
}
