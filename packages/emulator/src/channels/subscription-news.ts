import type { Connection } from '../connections/connection.ts'
import type { News } from '../journal/news.ts'
import type { PresenceMember } from '../protocol/presence-member.ts'

/** What the journal is told of a connection that entered a channel or left it. */
export const subscriptionNews = (
  state: 'subscribed' | 'unsubscribed',
  { socketId }: Connection,
  channel: string,
  member: PresenceMember | undefined,
): News => ({
  kind: 'subscription',
  state,
  channel,
  socketId,
  ...(member ? { userId: member.id } : {}),
})
