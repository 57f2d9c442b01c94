import { isPresenceChannel } from '@pusherkit/core/contract'
import { badRequest } from './api-error.ts'
import { readChannelName } from './channel-name.ts'
import type { Endpoint } from './endpoint.ts'

/**
 * `GET /apps/{id}/channels/{channel}/users`: the members of a presence channel, by id only.
 *
 * Source: Channels HTTP API reference, "GET users".
 */
export const getUsers: Endpoint = ({ app, subject }) => {
  const channel = readChannelName(subject, app.rules.limits)
  if (!isPresenceChannel(channel))
    throw badRequest('Only a presence channel has users: its name starts with presence-')
  const ids = [...(app.channels.find(channel)?.members.keys() ?? [])]
  return { users: ids.map((id) => ({ id })) }
}
