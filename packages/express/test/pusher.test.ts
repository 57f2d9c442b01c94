import { Pusher } from '@pusherkit/core'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { pusher } from '@pusherkit/express'
import { event, JsClient } from '@pusherkit/tests-support'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ExpressModule, frameworks, serve } from './serve.ts'

let emulator: Emulator
beforeEach(async () => {
  emulator = await startEmulator()
})
afterEach(() => emulator.close())

function start(express: ExpressModule, middleware: ReturnType<typeof pusher>): Promise<string> {
  const app = express()
  app.use(middleware)
  app.post('/publish', (req, res, next) => {
    req.pusher
      .trigger('orders', 'created', { id: 7 })
      .then(({ status }) => res.send(String(status)))
      .catch(next)
  })
  app.get('/channels', (req, res, next) => {
    req.pusher
      .channels()
      .then((result) => res.json(result))
      .catch(next)
  })
  return serve(app)
}

describe.each(frameworks)('%s', (_name, express) => {
  test('req.pusher publishes to a real subscriber, and queries', async () => {
    const url = await start(express, pusher(emulator.serverOptions()))
    using client = new JsClient(emulator)
    const received = event(await client.subscribe('orders'), 'created')
    expect(await (await fetch(`${url}/publish`, { method: 'POST' })).text()).toBe('200')
    expect(await received).toEqual({ id: 7 })
    expect(await (await fetch(`${url}/channels`)).json()).toEqual({ channels: { orders: {} } })
  })

  test('an instance is used as it is', async () => {
    const url = await start(express, pusher(new Pusher(emulator.serverOptions())))
    expect(await (await fetch(`${url}/publish`, { method: 'POST' })).text()).toBe('200')
  })
})

test('wrong options fail when the application starts', () => {
  const options = emulator.serverOptions()
  expect(() => pusher({ ...options, secret: '' })).toThrow('Option secret is empty')
  expect(() => pusher(undefined as never)).toThrow('Option object is missing')
  expect(() => pusher({ ...options, nam: 'billing' } as never)).toThrow('Option nam does not exist')
  expect(() => pusher({ ...options, name: '' })).toThrow('Option name is a text of at least one character')
  expect(() => pusher(new Pusher(options), { name: 7 as never })).toThrow('such as "billing", not 7')
})

test('the options stay as they were', () => {
  const options = Object.freeze({ ...emulator.serverOptions(), name: 'billing' })
  pusher(options)
  expect(options).toEqual({ ...emulator.serverOptions(), name: 'billing' })
})
