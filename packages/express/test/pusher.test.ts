import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pusher } from '@pusherkit/core'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { pusher } from '@pusherkit/express'
import { event, JsClient } from '@pusherkit/tests-support'
import express5 from 'express'
import express4 from 'express4'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let emulator: Emulator
const servers: Server[] = []
beforeEach(async () => {
  emulator = await startEmulator()
})
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  await emulator.close()
})

const frameworks = [
  ['Express 5', express5],
  ['Express 4', express4 as unknown as typeof express5],
] as const

async function serve(express: typeof express5, middleware: ReturnType<typeof pusher>): Promise<string> {
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
  const server = app.listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe.each(frameworks)('%s', (_name, express) => {
  test('req.pusher publishes to a real subscriber, and queries', async () => {
    const url = await serve(express, pusher(emulator.serverOptions()))
    using client = new JsClient(emulator)
    const received = event(await client.subscribe('orders'), 'created')
    expect(await (await fetch(`${url}/publish`, { method: 'POST' })).text()).toBe('200')
    expect(await received).toEqual({ id: 7 })
    expect(await (await fetch(`${url}/channels`)).json()).toEqual({ channels: { orders: {} } })
  })

  test('an instance is used as it is', async () => {
    const instance = new Pusher(emulator.serverOptions())
    const app = express()
    app.use(pusher(instance))
    app.get('/', (req, res) => void res.send(String(req.pusher === instance)))
    const server = app.listen(0, '127.0.0.1')
    servers.push(server)
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('true')
  })
})

test('every request has the same client', () => {
  const middleware = pusher(emulator.serverOptions())
  const requests = [{}, {}] as Express.Request[]
  for (const request of requests) middleware(request, undefined, () => {})
  expect(requests[0]?.pusher).toBeInstanceOf(Pusher)
  expect(requests[0]?.pusher).toBe(requests[1]?.pusher)
})

test('wrong options fail when the application starts', () => {
  expect(() => pusher({ ...emulator.serverOptions(), secret: '' })).toThrow('Option secret is empty')
  expect(() => pusher(undefined as never)).toThrow('Option object is missing')
})
