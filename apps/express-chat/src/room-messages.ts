import { Router } from 'express'
import { toMessage } from './message.ts'
import { requireUser } from './session.ts'
import type { State } from './state.ts'

/**
 * `POST /rooms/:id/messages`: publishes to everybody in the room but the page that wrote, which shows its message by
 * itself. The page tells its connection in the header `X-Socket-ID`; `toOthers()` leaves that one out.
 */
export function roomMessages({ users, rooms }: State, now: () => number): Router {
  const router = Router()
  router.post('/rooms/:id/messages', async (req, res) => {
    const user = requireUser(req, users)
    const room = rooms.enter(req.params.id, user)
    const message = toMessage(req.body?.text, user, now())
    // The same call for every kind of room: for the vault, core encrypts it on the way.
    await req.pusher.toOthers().trigger(room.channel, 'message', message)
    res.status(201).json(message)
  })
  return router
}
