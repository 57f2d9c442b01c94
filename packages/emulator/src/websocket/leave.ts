import { leaveChannel } from '../channels/leave-channel.ts'
import type { Session } from './session.ts'

/** Cleans up after a connection that ended: its subscriptions and its sign-in. Doing it twice does no harm. */
export function leave({ app, connection }: Session): void {
  for (const name of [...connection.subscriptions]) leaveChannel(app.channels, connection, name)
  if (connection.user) app.users.remove(connection.user.id, connection)
}
