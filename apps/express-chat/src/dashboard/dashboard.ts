import { pusherQuery } from '@pusherkit/express'
import express, { Router } from 'express'
import type { WebhookLog } from '../webhook-log.ts'
import { allowOrigin } from './allow-origin.ts'
import { Operators } from './operators.ts'
import type { DashboardSettings } from './settings.ts'
import { operatorSignIn } from './sign-in.ts'
import { webhookStream } from './webhook-stream.ts'

/** How long an answer serves everybody who asks the same, in ms. */
const TTL = 1_000

/** What the dashboard asks: the state of all channels, for whoever is signed in to it, and the webhooks as they come. */
export function dashboard(settings: DashboardSettings, log: WebhookLog, now: () => number): Router {
  const operators = new Operators(settings.password, now)
  const router = Router()
  router.use(['/dashboard', '/pusher/query'], allowOrigin(settings.origin))
  router.use(operatorSignIn(operators, now), webhookStream(operators, log))
  router.use(
    '/pusher/query',
    pusherQuery({ authorize: (_query, req) => operators.find(req) !== undefined, ttl: TTL }),
  )
  if (settings.pages !== undefined) router.use('/dashboard', express.static(settings.pages))
  return router
}
