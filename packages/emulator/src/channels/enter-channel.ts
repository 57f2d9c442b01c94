import type { Connection } from '../connections/connection.ts'
import type { PresenceMember } from '../protocol/presence-member.ts'
import { memberAdded, subscriptionSucceeded } from '../protocol/server-frames.ts'
import type { ChannelTable } from './channel-table.ts'

/**
 * Subscribes a connection, which may: tells it so, and tells the other members of a presence channel when it
 * brings a user who was not there. A user's second connection is not announced.
 */
export function enterChannel(
  channels: ChannelTable,
  connection: Connection,
  name: string,
  member: PresenceMember | undefined,
): void {
  const channel = channels.open(name)
  const isNewcomer = member !== undefined && !channel.members.has(member.id)
  channel.add(connection, member)
  connection.subscriptions.add(name)
  connection.send(subscriptionSucceeded(name, member && channel.members))
  if (isNewcomer) channel.broadcast(memberAdded(name, member), connection)
}
