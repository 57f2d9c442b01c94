import { Router } from 'express'
import { currentUser, lastName } from './session.ts'
import type { State } from './state.ts'

/** `GET /state`: what a page knows besides messages. Without a session it has no `me`, and perhaps the reason. */
export function showState({ users, rooms, log }: State): Router {
  const router = Router()
  router.get('/state', (req, res) => {
    res.set('cache-control', 'no-store')
    const me = currentUser(req, users)
    if (!me) {
      res.json({ notice: users.refusalFor(lastName(req) ?? '') })
      return
    }
    res.json({
      me,
      host: users.host?.id,
      rooms: rooms.all.map((room) => ({
        id: room.id,
        title: room.title,
        about: room.about,
        channel: room.channel,
        owner: room.owner?.id,
        members: [...room.members],
        refusal: rooms.refusalFor(room, me),
      })),
      log: log.entries,
    })
  })
  return router
}
