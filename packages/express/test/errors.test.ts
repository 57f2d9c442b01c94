import { Pusher, signWebhook } from '@pusherkit/core'
import { PusherHandlerError } from '@pusherkit/core/handlers'
import { pusherErrors, pusherRouter } from '@pusherkit/express'
import type { ErrorRequestHandler } from 'express'
import { describe, expect, test } from 'vitest'
import { type ExpressModule, frameworks, serve } from './serve.ts'

const credentials = { key: 'key', secret: 'secret' }
const client = new Pusher({ appId: '1', ...credentials, cluster: 'eu' })
const headers = { 'content-type': 'application/x-www-form-urlencoded' }
const subscribe = { method: 'POST', headers, body: 'socket_id=1.2&channel_name=private-a' }

function start(express: ExpressModule, ...errors: ErrorRequestHandler[]): Promise<string> {
  const app = express()
  // So that Express does not write to the console; everything else is as in development.
  app.set('env', 'test')
  app.get('/other', () => {
    throw new Error('not ours')
  })
  app.use(
    pusherRouter({
      auth: {
        client,
        authorize() {
          throw new Error('the password is hunter2')
        },
      },
      webhooks: { client, on: {} },
    }),
  )
  app.use(express.json())
  app.use(pusherRouter({ webhooks: { client, on: {} }, paths: { webhooks: '/late' } }))
  for (const error of errors) app.use(error)
  return serve(app)
}

describe.each(frameworks)('%s: a failure', (_name, express) => {
  test('reaches the error handling of the application, with its cause', async () => {
    const errors: unknown[] = []
    const url = await start(express, (error, _req, res, _next) => {
      errors.push(error)
      res.status(error.status).send('sorry')
    })
    const answer = await fetch(`${url}/pusher/auth`, subscribe)
    expect([answer.status, await answer.text()]).toEqual([500, 'sorry'])
    expect(errors).toEqual([expect.any(PusherHandlerError)])
    expect(errors).toMatchObject([
      { code: 'ERR_PUSHER_HOOK', expose: false, cause: new Error('the password is hunter2') },
    ])
    expect(JSON.stringify(errors)).not.toContain('hunter2')
  })

  test('shows nothing of its cause, even where Express shows stacks', async () => {
    const answer = await fetch(`${await start(express)}/pusher/auth`, subscribe)
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(text).toContain('PusherHandlerError')
    expect(text).not.toContain('hunter2')
  })

  test('is answered by pusherErrors() as by every other host', async () => {
    const answer = await fetch(`${await start(express, pusherErrors())}/pusher/auth`, subscribe)
    expect(answer.status).toBe(500)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await answer.json()).toEqual({ code: 'ERR_PUSHER_HOOK', message: expect.any(String) })
  })

  test('of a webhook route behind a parser tells what to change', async () => {
    const { headers, rawBody } = signWebhook(credentials, { events: [] })
    const url = await start(express, pusherErrors())
    const answer = await fetch(`${url}/late`, { method: 'POST', headers, body: rawBody })
    expect(answer.status).toBe(500)
    expect(await answer.json()).toEqual({
      code: 'ERR_PUSHER_RAW_BODY',
      message: expect.stringContaining('express.json()'),
    })
  })

  test('that is none of ours is passed on by pusherErrors()', async () => {
    const url = await start(express, pusherErrors(), (error, _req, res, _next) =>
      res.status(418).send(error.message),
    )
    const answer = await fetch(`${url}/other`)
    expect([answer.status, await answer.text()]).toEqual([418, 'not ours'])
  })
})
