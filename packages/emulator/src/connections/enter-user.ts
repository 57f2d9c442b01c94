import type { App } from '../apps/app.ts'
import { signinSuccess } from '../protocol/server-frames.ts'
import type { Connection } from './connection.ts'
import type { SignedInUser } from './signed-in-user.ts'
import { startWatching, stopWatching, tellWatchers } from './watchlist.ts'

/**
 * Signs a connection in, which may: tells it so, tells the user's watchers when it is the user's first connection, and
 * lets it watch whom it wants to watch from now on.
 *
 * @param userData What the application server signed, for the confirmation.
 */
export function enterUser(app: App, connection: Connection, user: SignedInUser, userData: string): void {
  if (connection.user) stopWatching(app, connection, connection.user)
  connection.user = user
  const cameOnline = app.users.add(user.id, connection)
  connection.send(signinSuccess(userData))
  app.record({ kind: 'signin', socketId: connection.socketId, userId: user.id })
  if (cameOnline) tellWatchers(app, 'online', user.id)
  startWatching(app, connection, user)
}

/** Signs a connection out, and tells the user's watchers when it was the user's last one. */
export function leaveUser(app: App, connection: Connection): void {
  const { user } = connection
  if (!user) return
  connection.user = undefined
  stopWatching(app, connection, user)
  if (app.users.remove(user.id, connection)) tellWatchers(app, 'offline', user.id)
}
