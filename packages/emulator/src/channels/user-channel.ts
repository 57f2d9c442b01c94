import { isUserId, userIdOf } from '@pusherkit/core/contract'

/** The user whose internal channel this is; undefined for any other channel, and for an id that no user can have. */
export function userIdOfChannel(channel: string): string | undefined {
  const userId = userIdOf(channel)
  return userId !== undefined && isUserId(userId) ? userId : undefined
}
