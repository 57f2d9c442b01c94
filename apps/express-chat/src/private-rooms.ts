import { Router } from 'express'
import { announce } from './announce.ts'
import { MAX_TITLE, readText } from './read-text.ts'
import { Refusal } from './refusal.ts'
import { requireUser } from './session.ts'
import type { State } from './state.ts'

/** `POST /rooms` makes a private room, and `POST /rooms/:id/members` invites somebody: its owner may. */
export function privateRooms({ users, rooms }: State): Router {
  const router = Router()
  router.post('/rooms', async (req, res) => {
    const user = requireUser(req, users)
    const room = rooms.create(readText(req.body?.title, 'A title', MAX_TITLE), user)
    await announce(req)
    res.status(201).json({ id: room.id })
  })
  router.post('/rooms/:id/members', async (req, res) => {
    const user = requireUser(req, users)
    const room = rooms.enter(req.params.id, user)
    if (room.owner?.id !== user.id) throw new Refusal(403, 'Only who made a room invites others.')
    const guest = users.find(req.body?.user)
    if (!guest) throw new Refusal(404, 'They are not here any more.')
    room.members.add(guest.id)
    await req.pusher.sendToUser(guest.id, 'invited', { title: room.title, by: user.name })
    await announce(req)
    res.sendStatus(204)
  })
  return router
}
