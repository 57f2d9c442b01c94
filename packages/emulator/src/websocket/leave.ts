import type { App } from '../apps/app.ts'
import { leaveChannel } from '../channels/leave-channel.ts'
import type { Connection } from '../connections/connection.ts'
import { leaveUser } from '../connections/enter-user.ts'

/** Cleans up after a connection that ended: its subscriptions and its sign-in. Doing it twice does no harm. */
export function leave(app: App, connection: Connection): void {
  app.connections.delete(connection)
  for (const name of [...connection.subscriptions]) leaveChannel(app, connection, name)
  leaveUser(app, connection)
}
