import { deepEqual } from 'node:assert/strict'
import { Person, type Place } from '@pusherkit/app-express-chat/person'
import { Pusher } from '@pusherkit/core'
import { event } from '@pusherkit/tests-support'
import { step } from './report.ts'
import { subscribe } from './subscriber.ts'

/**
 * Publishes in every way the family has today, and checks what real subscribers receive.
 *
 * @param resources Takes the subscribers, which stay connected.
 * @throws When anything arrives that should not, or does not arrive.
 */
export async function demonstrate(chat: Place, resources: AsyncDisposableStack): Promise<void> {
  const pusher = new Pusher(chat.emulator.serverOptions())
  const [ana, ben] = await step('two pusher-js clients subscribe to "chat"', async () => {
    const join = (name: string) => subscribe(name, 'chat', chat.emulator, resources)
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
    using ana = await Person.signIn(chat, 'Ana')
    using ben = await Person.signIn(chat, 'Ben')
    const channel = 'presence-cache-lobby'
    const [atAna, atBen] = [await ana.subscribe(channel), await ben.subscribe(channel)]
    const [heardByAna, heardByBen] = [event(atAna, 'message'), event(atBen, 'message')]
    const first = await ana.ask('POST', '/rooms/lobby/messages', { text: 'Hello, Ben' })
    deepEqual(await heardByBen, first.body)
    // The first that Ana hears is Ben's answer: her own message never came to her. Whoever opens the chat finds it.
    const answer = await ben.ask('POST', '/rooms/lobby/messages', { text: 'Welcome! Say hello.' })
    deepEqual(await heardByAna, answer.body)
    for (const person of [ana, ben]) {
      person.pusher.disconnect()
      await person.ask('DELETE', '/session')
    }
  })

  await step('pusher.channels tells what is occupied', async () => {
    deepEqual(await pusher.channels({ prefix: 'chat' }), { channels: { chat: {} } })
  })
}
