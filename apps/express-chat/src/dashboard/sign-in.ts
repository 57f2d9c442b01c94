import express, { Router } from 'express'
import { Refusal } from '../refusal.ts'
import { Attempts } from './attempts.ts'
import type { Operators } from './operators.ts'

/** `POST /dashboard/session` answers the password with a token, and `DELETE` ends it. */
export function operatorSignIn(operators: Operators, now: () => number): Router {
  const attempts = new Attempts(now)
  const router = Router()
  router.post('/dashboard/session', express.json(), (req, res) => {
    const address = req.ip ?? ''
    const delay = attempts.delay(address)
    if (delay > 0) {
      const seconds = Math.ceil(delay / 1_000)
      res.set('retry-after', String(seconds))
      throw new Refusal(429, `Too many wrong passwords. Try again in ${seconds} seconds.`)
    }
    const token = operators.signIn(req.body?.password)
    if (token === undefined) {
      attempts.fail(address)
      throw new Refusal(401, 'That is not the password.')
    }
    attempts.forget(address)
    res.set('cache-control', 'no-store').status(201).json({ token })
  })
  router.delete('/dashboard/session', (req, res) => {
    operators.signOut(req)
    res.sendStatus(204)
  })
  return router
}
