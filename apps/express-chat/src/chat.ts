import { fileURLToPath } from 'node:url'
import { pusher } from '@pusherkit/express'
import express, { type Express } from 'express'
import { answerErrors } from './errors.ts'
import { messages } from './messages.ts'
import type { ChatSettings } from './settings.ts'

const pages = fileURLToPath(new URL('../public', import.meta.url))
const pusherJs = fileURLToPath(new URL('../web/', import.meta.resolve('pusher-js')))

/** The whole application: a page, the client library it loads, and the route that publishes. */
export function createChat({ server, client }: ChatSettings): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(pusher(server))
  app.use(express.static(pages))
  app.use('/pusher-js', express.static(pusherJs))
  // What the page may know: the public key and where to connect. Never the secret.
  app.get('/client.json', (_req, res) => void res.json(client))
  app.use('/messages', messages)
  app.use(answerErrors)
  return app
}
