// Drives the chat with two real clients over a real (local) Channels server, and fails when it misbehaves.
import { deepEqual, equal } from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { startEmulator } from '@pusherkit/emulator'
import { event, JsClient } from '@pusherkit/tests-support'
import { createChat } from './chat.ts'

await using emulator = await startEmulator()
const options = emulator.serverOptions()
const app = createChat({ server: options, client: { key: options.key, options: emulator.clientOptions() } })
const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const post = async (body: object): Promise<{ status: number; body: unknown }> => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/messages`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}

try {
  using ana = new JsClient(emulator)
  using ben = new JsClient(emulator)
  const [atAna, atBen] = [await ana.subscribe('chat'), await ben.subscribe('chat')]

  const [heardByAna, heardByBen] = [event(atAna, 'message'), event(atBen, 'message')]
  const first = await post({ name: 'Ana', text: 'Hello, Ben', socket_id: ana.socketId })
  equal(first.status, 201)
  deepEqual(await heardByBen, first.body)
  // The first message that Ana hears is Ben's: her own was not sent to her.
  const answer = await post({ name: 'Ben', text: 'Hello, Ana', socket_id: ben.socketId })
  deepEqual(await heardByAna, answer.body)

  equal((await post({ name: '', text: 'Hello' })).status, 400)
  equal((await post({ name: 'Ana', text: 'x'.repeat(2_001) })).status, 400)
  equal((await post({ name: 'Ana', text: 'Hello', socket_id: 'not one' })).status, 400)

  const page = await fetch(`${url}/`)
  equal(page.status, 200)
  const visible = [await page.text(), await (await fetch(`${url}/client.json`)).text()].join()
  equal(visible.includes(options.secret), false, 'the page must not see the secret')

  // With nobody to publish to, the sender gets a plain sentence and no internals.
  await emulator.close()
  const lost = await post({ name: 'Ana', text: 'Anybody?' })
  deepEqual(lost, { status: 502, body: { error: 'The message could not be delivered. Please try again.' } })
  console.log('express-chat: all is well')
} finally {
  server.close()
  server.closeAllConnections()
}
