import type { Connection } from '../connections/connection.ts'
import { memberRemoved } from '../protocol/server-frames.ts'
import type { ChannelTable } from './channel-table.ts'

/**
 * Ends a connection's subscription, and tells the members of a presence channel when it was the user's last one.
 *
 * @returns Whether there was a subscription to end.
 */
export function leaveChannel(channels: ChannelTable, connection: Connection, name: string): boolean {
  if (!connection.subscriptions.delete(name)) return false
  const channel = channels.find(name)
  if (!channel) return false
  const member = channel.memberOf(connection)
  channel.remove(connection)
  if (member && !channel.members.has(member.id)) channel.broadcast(memberRemoved(name, member))
  if (channel.subscriptionCount === 0) channels.close(name)
  return true
}
