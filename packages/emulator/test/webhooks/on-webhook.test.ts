import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startEmulator, type WebhookDelivery } from '@pusherkit/emulator'
import { JsClient } from '@pusherkit/tests-support'
import { expect, it } from 'vitest'
import { Inbox } from './support/inbox.ts'

const app = { appId: 'app-id', key: 'app-key', secret: 'app-secret' }

it('tells of webhooks that arrive, and of those that are given up', async () => {
  const receiver = createServer((_request, response) => response.end()).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const { port } = receiver.address() as AddressInfo
  const deliveries = new Inbox<WebhookDelivery>()
  const url = `http://127.0.0.1:${port}/webhooks`
  await using emulator = await startEmulator({
    apps: [{ ...app, webhooks: [{ url, events: ['channel_occupied'], retryFor: 0 }] }],
    onWebhook: (delivery) => deliveries.put(delivery),
  })
  using client = new JsClient(emulator)

  await client.subscribe('first')
  expect(await deliveries.next()).toMatchObject({
    url,
    events: [{ name: 'channel_occupied', channel: 'first' }],
    attempt: 1,
    delivered: true,
    status: 200,
  })

  receiver.closeAllConnections()
  await new Promise((resolve) => receiver.close(resolve))
  await client.subscribe('second')
  expect(await deliveries.next()).toMatchObject({
    events: [{ name: 'channel_occupied', channel: 'second' }],
    delivered: false,
    error: 'ECONNREFUSED',
    willRetryIn: undefined,
  })
})

it('must be a function', async () => {
  await expect(startEmulator({ onWebhook: 'log' as never })).rejects.toThrow(
    'Option onWebhook must be a function, but it is "log"',
  )
})
