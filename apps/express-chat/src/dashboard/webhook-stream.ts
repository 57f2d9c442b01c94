import { Router } from 'express'
import { Refusal } from '../refusal.ts'
import type { LogEntry, WebhookLog } from '../webhook-log.ts'
import type { Operators } from './operators.ts'

/** Who has so many bytes to read still is gone, or cannot follow. */
const MAX_WAITING = 1_000_000

/**
 * `GET /dashboard/webhooks`: the log, and then each entry as it comes, until somebody leaves. An empty line says that it is
 * open; then it is one JSON object a line.
 */
export function webhookStream(operators: Operators, log: WebhookLog): Router {
  const router = Router()
  router.get('/dashboard/webhooks', (req, res) => {
    const session = operators.find(req)
    if (!session) throw new Refusal(403, 'Sign in first.')
    res.set({ 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' })
    const send = (entry: LogEntry): void => {
      res.write(`${JSON.stringify(entry)}\n`)
      if (res.writableLength > MAX_WAITING) res.destroy()
    }
    // Some proxies hold the head back until there is a body.
    res.write('\n')
    log.entries.forEach(send)
    const stop = log.listen(send)
    const end = (): void => void res.end()
    session.ended.addEventListener('abort', end)
    res.once('close', () => {
      stop()
      session.ended.removeEventListener('abort', end)
    })
  })
  return router
}
