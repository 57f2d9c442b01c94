import { isUserId } from '@pusherkit/core/contract'
import { ERROR_CODES } from '../protocol/error-codes.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { quote } from '../quote.ts'
import { badRequest } from './api-error.ts'
import type { Endpoint } from './endpoint.ts'

/**
 * `POST /apps/{id}/users/{user_id}/terminate_connections`: ends every connection that is signed in as this user.
 * Presence members who never signed in are not touched.
 *
 * Source: Channels HTTP API reference, "Terminate user connections".
 */
export const postTerminateConnections: Endpoint = ({ app, subject }) => {
  if (!isUserId(subject)) throw badRequest(`Invalid user id ${quote(subject)}`)
  const error = new ProtocolError(
    'The application terminated the connections of this user',
    ERROR_CODES.unauthorized,
  )
  for (const connection of app.users.connectionsOf(subject)) connection.end(error)
  return {}
}
