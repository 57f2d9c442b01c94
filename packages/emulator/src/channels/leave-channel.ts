import { isPresenceChannel } from '@pusherkit/core/contract'
import type { App } from '../apps/app.ts'
import type { Connection } from '../connections/connection.ts'
import { memberRemoved } from '../protocol/server-frames.ts'
import { subscriptionNews } from './subscription-news.ts'

/**
 * Ends a connection's subscription, and tells the members of a presence channel when it was the user's last one.
 *
 * @returns Whether there was a subscription to end.
 */
export function leaveChannel(app: App, connection: Connection, name: string): boolean {
  if (!connection.subscriptions.delete(name)) return false
  const channel = app.channels.find(name)
  if (!channel) return false
  const member = channel.memberOf(connection)
  channel.remove(connection)
  app.record(subscriptionNews('unsubscribed', connection, name, member))
  if (member && !channel.members.has(member.id)) {
    channel.broadcast(memberRemoved(name, member))
    app.feed.publish({ name: 'member_removed', channel: name, user_id: member.id })
  }
  if (app.rules.subscriptionCounts && !isPresenceChannel(name)) app.counts.changed(channel)
  if (channel.subscriptionCount === 0) {
    app.channels.close(name)
    app.feed.publish({ name: 'channel_vacated', channel: name })
  }
  return true
}
