import { Router } from 'express'
import { announce } from './announce.ts'
import { MAX_NAME, readText } from './read-text.ts'
import { Refusal } from './refusal.ts'
import { currentUser, lastName } from './session.ts'
import type { State } from './state.ts'

/**
 * `POST /session` signs in with a name, and `DELETE /session` signs out. There is no password, as this is a sample: put
 * your own sign-in here.
 */
export function signIn({ users }: State): Router {
  const router = Router()
  router.post('/session', async (req, res) => {
    const name = readText(req.body?.name, 'A name', MAX_NAME)
    const refusal = users.refusalFor(lastName(req) ?? name)
    if (refusal !== undefined) throw new Refusal(403, refusal)
    if (currentUser(req, users)) throw new Refusal(409, 'This browser is signed in already: reload the page.')
    const user = users.signIn(name)
    req.session = { id: user.id, name: user.name }
    res.status(201).json({ id: user.id, name: user.name })
  })
  router.delete('/session', async (req, res) => {
    const user = currentUser(req, users)
    const name = lastName(req) ?? ''
    // Whoever was removed keeps the name: signing out is no way to come back by another one.
    req.session = users.refusalFor(name) === undefined ? null : { name }
    if (user) {
      users.signOut(user)
      // In all tabs of this browser.
      await req.pusher.terminateUserConnections(user.id)
      await announce(req)
    }
    res.sendStatus(204)
  })
  return router
}
