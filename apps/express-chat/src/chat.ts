import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { createEncryption } from '@pusherkit/encryption'
import { pusher, pusherErrors, pusherRouter } from '@pusherkit/express'
import express, { type Express } from 'express'
import { auth, userAuth } from './authorize.ts'
import { dashboard } from './dashboard/dashboard.ts'
import { directMessages } from './direct-messages.ts'
import { answerErrors } from './errors.ts'
import { privateRooms } from './private-rooms.ts'
import { removeUser } from './remove-user.ts'
import { roomMessages } from './room-messages.ts'
import { security } from './security.ts'
import { session } from './session.ts'
import type { ChatSettings } from './settings.ts'
import { showState } from './show-state.ts'
import { signIn } from './sign-in.ts'
import { createState } from './state.ts'
import { webhooks } from './webhooks.ts'

const pages = fileURLToPath(new URL('../public', import.meta.url))
const pusherJs = fileURLToPath(new URL('../web/', import.meta.resolve('pusher-js')))
const newKey = () => randomBytes(32).toString('base64')

/** The whole application. What it remembers it forgets when the process ends, and so do the keys unless they are given. */
export function createChat(settings: ChatSettings): Express {
  const { server, client, now = Date.now } = settings
  const encryption = createEncryption({ masterKeyBase64: settings.encryptionMasterKey ?? newKey() })
  const state = createState(now)

  const app = express()
  app.disable('x-powered-by')
  app.use(security(client.options))
  app.use(express.static(pages))
  app.use('/pusher-js', express.static(pusherJs))
  // What the page may know: the public key and where to connect. Never the secret.
  app.get('/client.json', (_req, res) => void res.json(client))

  app.use(pusher({ ...server, encryption }))
  if (settings.dashboard) app.use(dashboard(settings.dashboard, state.log, now))
  app.use(session(settings.sessionSecret ?? newKey()))
  // In front of express.json(): a webhook is verified by its bytes.
  app.use(pusherRouter({ auth: auth(state), userAuth: userAuth(state), webhooks: webhooks(state) }))
  app.use(express.json())
  app.use(signIn(state), showState(state))
  app.use(roomMessages(state, now), directMessages(state, now), privateRooms(state), removeUser(state))
  app.use(pusherErrors(), answerErrors)
  return app
}
