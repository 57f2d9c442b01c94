import { Router } from 'express'
import { announce } from './announce.ts'
import { Refusal } from './refusal.ts'
import { requireUser } from './session.ts'
import type { State } from './state.ts'

/** `POST /users/:id/remove`: the host ends all connections of a user, who cannot come back for a minute. */
export function removeUser({ users }: State): Router {
  const router = Router()
  router.post('/users/:id/remove', async (req, res) => {
    const user = requireUser(req, users)
    const { host } = users
    if (host?.id !== user.id) throw new Refusal(403, `Only the host, ${host?.name}, may remove people.`)
    const target = users.find(req.params.id)
    if (!target) throw new Refusal(404, 'They are not here any more.')
    if (target.id === user.id) throw new Refusal(400, 'You cannot remove yourself: sign out instead.')
    // First refuse, then terminate: a client may connect again at once.
    users.remove(target, user)
    await req.pusher.terminateUserConnections(target.id)
    await announce(req)
    res.sendStatus(204)
  })
  return router
}
