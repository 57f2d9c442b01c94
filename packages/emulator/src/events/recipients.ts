import type { App } from '../apps/app.ts'
import { userIdOfChannel } from '../channels/user-channel.ts'
import type { Connection } from '../connections/connection.ts'

/**
 * The connections that an event on a channel goes to. A user's internal channel has no subscriptions of its own:
 * everybody who is signed in as that user receives it, from the moment of the sign-in.
 */
export function recipientsOf(app: App, channel: string): readonly Connection[] {
  const userId = userIdOfChannel(channel)
  if (userId !== undefined) return app.users.connectionsOf(userId)
  return app.channels.find(channel)?.connections ?? []
}
