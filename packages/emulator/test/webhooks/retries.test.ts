import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, it } from 'vitest'
import { type Reaction, startReceiver, startReceiverWith, verify } from './support/receiver.ts'
import { count, occupied, start } from './support/start.ts'

/** A port that nobody listens on. */
async function deadUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}/hook?token=hush`
}

it.each<[Reaction, object]>([
  [500, { status: 500, error: undefined }],
  [302, { status: 302, error: undefined }],
  [404, { status: 404, error: undefined }],
  [304, { status: 304, error: undefined }],
  ['reset', { status: undefined, error: 'ECONNRESET' }],
])('after %s the same bytes come again', async (reaction, outcome) => {
  const { url, inbox } = await startReceiver(reaction)
  const { publish, clock, deliveries } = start({ url })

  publish(occupied('a'))

  expect(await deliveries.next()).toEqual({
    url,
    events: [occupied('a')],
    attempt: 1,
    delivered: false,
    ...outcome,
    willRetryIn: 1_000,
  })
  clock.advance(1_000)
  expect(await deliveries.next()).toEqual({
    url,
    events: [occupied('a')],
    attempt: 2,
    delivered: true,
    status: 200,
    error: undefined,
    willRetryIn: undefined,
  })
  const [first, second] = inbox.all
  expect([second?.path, second?.rawBody]).toEqual([first?.path, first?.rawBody])
  expect(second?.headers['x-pusher-signature']).toBe(first?.headers['x-pusher-signature'])
  expect(verify(second as never)).toEqual([occupied('a')])
})

it.each([200, 201, 204, 299])('%i is a success', async (status) => {
  const { url } = await startReceiver(status)
  const { publish, deliveries } = start({ url })

  publish(occupied('a'))

  expect(await deliveries.next()).toMatchObject({ status, delivered: true, willRetryIn: undefined })
})

it('no answer within 10 s is a failure, and the connection is closed', async () => {
  const { url, inbox } = await startReceiver('nothing')
  const { publish, clock, deliveries, webhooks } = start({ url })

  publish(occupied('a'))
  const unanswered = await inbox.next()
  clock.advance(9_999)
  expect(unanswered.response.destroyed).toBe(false)
  clock.advance(1)

  expect(await deliveries.next()).toMatchObject({
    status: undefined,
    error: 'no answer within 10 s',
    willRetryIn: 1_000,
  })
  await unanswered.closed
  clock.advance(1_000)
  await webhooks.idle()
  expect(inbox.all).toHaveLength(2)
})

it('a status counts, even when the rest of the answer is cut off', async () => {
  const { url, inbox } = await startReceiver('nothing')
  const { publish, deliveries } = start({ url })

  publish(occupied('a'))
  const { response } = await inbox.next()
  response.writeHead(200, { 'content-length': 100 }).write('a beginning')
  response.socket?.end()

  expect(await deliveries.next()).toMatchObject({ attempt: 1, status: 200, delivered: true })
})

it('an answer of any length is taken to its end', async () => {
  const { url, inbox } = await startReceiver('nothing')
  const { publish, deliveries } = start({ url })

  publish(occupied('a'))
  const { response } = await inbox.next()
  response.end(Buffer.alloc(32_000_000))
  await once(response, 'finish')

  expect(await deliveries.next()).toMatchObject({ attempt: 1, status: 200, delivered: true })
})

it('waits are doubled up to a minute, and after 5 minutes it is given up with the reason', async () => {
  const { publish, clock, deliveries, webhooks } = start({ url: await deadUrl() })
  const waits: (number | undefined)[] = []

  publish(occupied('a'))
  for (let wait: number | undefined = 0; wait !== undefined; waits.push(wait)) {
    clock.advance(wait)
    wait = (await deliveries.next()).willRetryIn
  }
  await webhooks.idle()

  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000, undefined])
  const last = deliveries.all.at(-1)
  expect(last).toMatchObject({
    attempt: 10,
    delivered: false,
    error: 'ECONNREFUSED',
    events: [occupied('a')],
  })
  expect(last?.url).not.toContain('hush')
})

it('what was given up makes way for the next of its channel', async () => {
  const { url, inbox } = await startReceiver(500)
  const { publish, webhooks, deliveries } = start({ url, retryFor: 0 })

  publish(count('a', 1), count('a', 2))
  await webhooks.idle()

  expect(deliveries.all).toMatchObject([
    { events: [count('a', 1)], attempt: 1, status: 500, delivered: false, willRetryIn: undefined },
    { events: [count('a', 2)], attempt: 1, status: 200, delivered: true },
  ])
  expect(inbox.all).toHaveLength(2)
})

it('an event that waited longer than retryFor behind another one is tried once', async () => {
  const { url } = await startReceiverWith(() => 500)
  const { publish, clock, deliveries, webhooks } = start({ url, retryFor: 1 })

  publish(count('a', 1), count('a', 2))
  expect(await deliveries.next()).toMatchObject({ events: [count('a', 1)], willRetryIn: 1_000 })
  clock.advance(1_000)
  await webhooks.idle()

  expect(deliveries.all.slice(1)).toMatchObject([
    { events: [count('a', 1)], attempt: 2, willRetryIn: undefined },
    { events: [count('a', 2)], attempt: 1, willRetryIn: undefined },
  ])
})
