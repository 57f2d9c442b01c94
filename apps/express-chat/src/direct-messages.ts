import { Router } from 'express'
import { toMessage } from './message.ts'
import { Refusal } from './refusal.ts'
import { requireUser } from './session.ts'
import type { State } from './state.ts'

/** `POST /users/:id/messages`: to one user, on all of their connections, with no channel to subscribe to. */
export function directMessages({ users }: State, now: () => number): Router {
  const router = Router()
  router.post('/users/:id/messages', async (req, res) => {
    const user = requireUser(req, users)
    const to = users.find(req.params.id)
    if (!to) throw new Refusal(404, 'They are not here any more.')
    const message = toMessage(req.body?.text, user, now())
    await req.pusher.sendToUser(to.id, 'direct-message', message)
    res.status(201).json(message)
  })
  return router
}
