import { deepEqual } from 'node:assert/strict'
import { Pusher } from '@pusherkit/core'
import type { Emulator } from '@pusherkit/emulator'
import { step } from './report.ts'
import { subscribe } from './subscriber.ts'

/**
 * Publishes in every way the family has today, and checks what real subscribers receive.
 *
 * @param resources Takes the subscribers, which stay connected.
 * @throws When anything arrives that should not, or does not arrive.
 */
export async function demonstrate(
  emulator: Emulator,
  chatUrl: string,
  resources: AsyncDisposableStack,
): Promise<void> {
  const pusher = new Pusher(emulator.serverOptions())
  const [ana, ben] = await step('two pusher-js clients subscribe to "chat"', async () => {
    const join = (name: string) => subscribe(name, 'chat', emulator, resources)
    return Promise.all([join('ana'), join('ben')])
  })

  await step('pusher.trigger reaches both', async () => {
    await pusher.trigger('chat', 'greeting', { message: 'hello world' })
    for (const one of [ana, ben]) deepEqual(await one.next(), ['greeting', { message: 'hello world' }])
  })

  await step('pusher.triggerBatch delivers in order', async () => {
    await pusher.triggerBatch([
      { channel: 'chat', name: 'first', data: 1 },
      { channel: 'chat', name: 'second', data: 2 },
    ])
    for (const one of [ana, ben]) {
      deepEqual(await one.next(), ['first', 1])
      deepEqual(await one.next(), ['second', 2])
    }
  })

  await step('req.pusher.trigger reaches everybody but the sender', async () => {
    const first = await post(chatUrl, { name: 'Ana', text: 'Hello, Ben', socket_id: ana.socketId })
    deepEqual(await ben.next(), ['message', first])
    // Ana's next event is Ben's answer: her own message never came to her.
    const answer = await post(chatUrl, { name: 'Ben', text: 'Hello, Ana', socket_id: ben.socketId })
    deepEqual(await ana.next(), ['message', answer])
  })

  await step('pusher.channels tells what is occupied', async () => {
    deepEqual(await pusher.channels(), { channels: { chat: {} } })
  })
}

async function post(url: string, message: object): Promise<unknown> {
  const response = await fetch(`${url}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  })
  const body = await response.json()
  if (response.status !== 201)
    throw new Error(`express-chat answered ${response.status}: ${JSON.stringify(body)}`)
  return body
}
