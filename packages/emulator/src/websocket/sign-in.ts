import { isUserId } from '@pusherkit/core/contract'
import { userAuth } from '@pusherkit/core/signing'
import { enterUser } from '../connections/enter-user.ts'
import type { SignedInUser } from '../connections/signed-in-user.ts'
import { isJsonObject, parseJsonObject } from '../json-object.ts'
import type { ClientFrame } from '../protocol/client-frame.ts'
import { ERROR_CODES } from '../protocol/error-codes.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { checkAuth } from './check-auth.ts'
import type { Session } from './session.ts'

function readWatchlist(watchlist: unknown): readonly string[] {
  if (watchlist === undefined || watchlist === null) return []
  const isIds = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((id) => typeof id === 'string')
  if (isIds(watchlist)) return [...new Set(watchlist)]
  throw new ProtocolError('Invalid user_data: watchlist must be a list of user ids, all strings')
}

function readUser(userData: string): SignedInUser {
  const fields = parseJsonObject(userData)
  if (typeof fields?.id === 'string' && isUserId(fields.id))
    return { id: fields.id, info: fields.user_info ?? {}, watchlist: readWatchlist(fields.watchlist) }
  throw new ProtocolError(
    'Invalid user_data: it must be the text of a JSON object with an id of 1 to 200 of A-Z a-z 0-9 _ - = @ , . ;',
  )
}

function readRequest(data: unknown): { readonly auth: string; readonly userData: string } {
  if (isJsonObject(data) && typeof data.auth === 'string' && typeof data.user_data === 'string') {
    return { auth: data.auth, userData: data.user_data }
  }
  throw new ProtocolError('Invalid message: data must be an object with auth and user_data, both strings')
}

/**
 * Signs a connection in as a user. Signing in again as the same user succeeds; a connection cannot change its user.
 *
 * Source: Channels WebSocket protocol, `pusher:signin`.
 */
export function signIn(session: Session, frame: ClientFrame): void {
  const { app, connection } = session
  const { auth, userData } = readRequest(frame.data)
  const signed = `${connection.socketId}::user::${userData}`
  checkAuth(auth, userAuth(app.token, connection.socketId, userData), signed)
  const user = readUser(userData)
  if (connection.user && connection.user.id !== user.id) {
    throw new ProtocolError('The connection is already signed in as another user', ERROR_CODES.unauthorized)
  }
  session.authorized()
  enterUser(app, connection, user, userData)
}
