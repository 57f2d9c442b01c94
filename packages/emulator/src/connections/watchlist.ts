import { LIMITS } from '@pusherkit/core/contract'
import type { App } from '../apps/app.ts'
import { ERROR_CODES } from '../protocol/error-codes.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { watchlistEvents } from '../protocol/server-frames.ts'
import type { Connection } from './connection.ts'
import type { SignedInUser } from './signed-in-user.ts'
import { tellError } from './tell-error.ts'

/** Those that count. Source: Channels "Authenticating users", `watchlist`. */
const kept = (user: SignedInUser): readonly string[] => user.watchlist.slice(0, LIMITS.watchlistLength)

/** Tells everybody who watches a user that they came online or went offline. */
export function tellWatchers(app: App, name: 'online' | 'offline', userId: string): void {
  const watchers = app.watchers.connectionsOf(userId)
  if (watchers.length === 0) return
  const frame = watchlistEvents([{ name, user_ids: [userId] }])
  for (const watcher of watchers) watcher.send(frame)
}

/** Starts to tell a connection about the users on its watchlist, and tells it who of them is here now. */
export function startWatching(app: App, connection: Connection, user: SignedInUser): void {
  if (!app.rules.watchlists || user.watchlist.length === 0) return
  const ids = kept(user)
  if (ids.length < user.watchlist.length) {
    const message = `Watchlist limit exceeded: the first ${ids.length} of ${user.watchlist.length} users are watched`
    tellError(app, connection, new ProtocolError(message, ERROR_CODES.watchlistLimitExceeded))
  }
  for (const id of ids) app.watchers.add(id, connection)
  const online = ids.filter((id) => app.users.has(id))
  const offline = ids.filter((id) => !app.users.has(id))
  const state = [
    { name: 'online', user_ids: online },
    { name: 'offline', user_ids: offline },
  ] as const
  connection.send(watchlistEvents(state.filter(({ user_ids }) => user_ids.length > 0)))
}

/** Ends it. */
export function stopWatching(app: App, connection: Connection, user: SignedInUser): void {
  for (const id of kept(user)) app.watchers.remove(id, connection)
}
