import type { HealthCheckResult } from '@nestjs/terminus'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalOrders, startLocally } from '../src/local.ts'
import { Visitor } from '../src/visitor.ts'

let orders: LocalOrders
beforeAll(async () => {
  orders = await startLocally({ logger: false })
})
afterAll(() => orders[Symbol.asyncDispose]())

const ADDRESS = { street: 'Hafenweg 3', city: 'Hamburg' }
const line = (product: unknown, quantity: unknown) => ({ lines: [{ product, quantity }], address: ADDRESS })

describe('what is asked is checked', () => {
  test.each([
    [{}, 'Your name is a text.'],
    [{ name: '  ', role: 'customer' }, 'Your name is missing.'],
    [{ name: 'x'.repeat(31), role: 'customer' }, 'Your name has more than 30 characters.'],
    [{ name: 'Ana\u0000', role: 'customer' }, 'Your name is one line of text.'],
    [{ name: 'Ana', role: 'king' }, 'You are a customer or staff.'],
  ])('POST /session %j: %s', async (body, message) => {
    using eve = new Visitor(orders)
    expect(await eve.ask('POST', '/session', body)).toMatchObject({ status: 400, body: { message } })
  })

  test.each([
    [{ address: ADDRESS }, 'Pick something first.'],
    [{ lines: [], address: ADDRESS }, 'Pick something first.'],
    [line('tea', 1), 'There is no such product.'],
    [line('huila', 0), 'A quantity is a number from 1 to 20.'],
    [line('huila', 1.5), 'A quantity is a number from 1 to 20.'],
    [line('huila', '2'), 'A quantity is a number from 1 to 20.'],
    [{ lines: line('huila', 1).lines }, 'The address is missing.'],
    [
      { ...line('huila', 1), address: { street: 'x'.repeat(81), city: 'y' } },
      'The street has more than 80 characters.',
    ],
  ])('POST /orders %j: %s', async (body, message) => {
    using ana = await Visitor.signIn(orders, 'Ana', 'customer')
    expect(await ana.ask('POST', '/orders', body)).toMatchObject({ status: 400, body: { message } })
    expect((await ana.ask('GET', '/orders')).body).toEqual([])
  })

  test('a state that there is not', async () => {
    using ana = await Visitor.signIn(orders, 'Ana', 'customer')
    const id = await ana.order(ADDRESS)
    expect(await ana.move(id, 'eaten')).toMatchObject({
      status: 400,
      body: { message: 'There is no such state of an order.' },
    })
  })

  test('a customer has at most 20 open orders', async () => {
    using ana = await Visitor.signIn(orders, 'Ana', 'customer')
    for (let open = 0; open < 20; open += 1) await ana.order(ADDRESS)
    expect(await ana.ask('POST', '/orders', line('huila', 1))).toMatchObject({
      status: 409,
      body: { message: 'You have 20 open orders already.' },
    })
  })
})

describe('the session', () => {
  test('without one there is nothing to see', async () => {
    using nobody = new Visitor(orders)
    expect(await nobody.ask('GET', '/orders')).toMatchObject({
      status: 401,
      body: { message: 'Sign in first.' },
    })
    expect((await nobody.ask('GET', '/session')).body).toEqual({ me: null })
  })

  test('a cookie that we did not sign is none', async () => {
    const person = { id: crypto.randomUUID(), name: 'Eve', role: 'staff' }
    const cookie = `orders=${Buffer.from(JSON.stringify(person)).toString('base64')}; orders.sig=AAAA`
    const response = await fetch(`${orders.url}/orders`, { headers: { cookie } })
    expect(response.status).toBe(401)
  })

  test('signing out ends it, and the connections of the user', async () => {
    using ana = await Visitor.signIn(orders, 'Ana', 'customer')
    const ended = orders.emulator.waitFor('disconnection', { socketId: ana.pusher.connection.socket_id })
    expect((await ana.ask('DELETE', '/session')).status).toBe(204)
    expect((await ended).code).toBe(4009)
    expect((await ana.ask('GET', '/session')).body).toEqual({ me: null })
  })
})

describe('the page', () => {
  test('may load its own files and connect to its server, and nothing else', async () => {
    const response = await fetch(orders.url)
    expect(response.headers.get('x-powered-by')).toBeNull()
    const { port } = orders.emulator
    expect(response.headers.get('content-security-policy')).toBe(
      `default-src 'self';connect-src 'self' ws://127.0.0.1:${port} wss://127.0.0.1:443;img-src 'self' data:;` +
        "base-uri 'none';form-action 'self';frame-ancestors 'none';object-src 'none'",
    )
  })

  test('knows the key, never the secret', async () => {
    const { key, secret } = orders.emulator.serverOptions()
    const text = await (await fetch(`${orders.url}/client.json`)).text()
    expect(text).toContain(key)
    expect(text).not.toContain(secret)
  })
})

test('a webhook that Pusher did not sign is refused', async () => {
  const body = JSON.stringify({ time_ms: Date.now(), events: [] })
  const headers = {
    'content-type': 'application/json',
    'x-pusher-key': 'app-key',
    'x-pusher-signature': 'no',
  }
  const response = await fetch(`${orders.url}/pusher/webhooks`, { method: 'POST', headers, body })
  expect(response.status).toBe(401)
})

test('the health endpoint tells whether the Channels server answers', async () => {
  const health = async () => {
    const response = await fetch(`${orders.url}/health`)
    return [response.status, ((await response.json()) as HealthCheckResult).details.pusher?.status]
  }
  expect(await health()).toEqual([200, 'up'])
  orders.emulator.faults.status(401)
  expect(await health()).toEqual([503, 'down'])
  orders.emulator.faults.clear()
})
