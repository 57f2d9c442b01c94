import { isPresenceChannel } from '@pusherkit/core/contract'
import type { App } from '../apps/app.ts'
import type { Connection } from '../connections/connection.ts'
import type { PresenceMember } from '../protocol/presence-member.ts'
import { memberAdded, subscriptionSucceeded } from '../protocol/server-frames.ts'
import { sendCached } from './send-cached.ts'
import { subscriptionNews } from './subscription-news.ts'

/**
 * Subscribes a connection, which may: tells it so, and tells the other members of a presence channel when it
 * brings a user who was not there. A user's second connection is not announced.
 */
export function enterChannel(
  app: App,
  connection: Connection,
  name: string,
  member: PresenceMember | undefined,
): void {
  const wasVacant = app.channels.find(name) === undefined
  const channel = app.channels.open(name)
  const isNewcomer = member !== undefined && !channel.members.has(member.id)
  channel.add(connection, member)
  connection.subscriptions.add(name)
  connection.send(subscriptionSucceeded(name, member && channel.members))
  app.record(subscriptionNews('subscribed', connection, name, member))
  if (wasVacant) app.feed.publish({ name: 'channel_occupied', channel: name })
  if (isNewcomer) {
    channel.broadcast(memberAdded(name, member), connection)
    app.feed.publish({ name: 'member_added', channel: name, user_id: member.id })
  }
  sendCached(app, connection, channel)
  if (app.rules.subscriptionCounts && !isPresenceChannel(name)) app.counts.changed(channel)
}
