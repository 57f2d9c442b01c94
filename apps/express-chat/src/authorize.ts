import type { PusherAuthOptions, PusherUserAuthOptions } from '@pusherkit/express'
import { NEWS } from './announce.ts'
import { currentUser } from './session.ts'
import type { State } from './state.ts'
import { WEBHOOKS } from './webhooks.ts'

/** Who may subscribe to what. pusher-js asks before each subscription; `false` is answered with 403. */
export const auth = ({ users, rooms }: State): PusherAuthOptions => ({
  authorize({ channel, kind }, req) {
    const user = currentUser(req, users)
    if (!user) return false
    if (channel === NEWS || channel === WEBHOOKS) return true
    const room = rooms.byChannel(channel)
    if (!room || rooms.refusalFor(room, user) !== undefined) return false
    return kind === 'presence' ? { user_id: user.id, user_info: { name: user.name } } : true
  },
})

/** Who a connection belongs to: what `sendToUser` and `terminateUserConnections` find it by. */
export const userAuth = ({ users }: State): PusherUserAuthOptions => ({
  authenticate(_request, req) {
    const user = currentUser(req, users)
    return user && { id: user.id, user_info: { name: user.name } }
  },
})
