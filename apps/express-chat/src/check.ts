// Drives the chat with real clients over a real (local) Channels server, and fails when it misbehaves.
import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { event } from '@pusherkit/tests-support'
import { startLocally } from './local.ts'
import { Person } from './person.ts'
import { LOBBY } from './rooms.ts'

await drive()
console.log('express-chat: all is well')
// In Node, pusher-js keeps a timer for 30 s after the server has ended its connection.
process.exit()

async function drive(): Promise<void> {
  await using chat = await startLocally()
  using ana = await Person.signIn(chat, 'Ana')
  using ben = await Person.signIn(chat, 'Ben')

  for (const channel of [LOBBY, 'private-encrypted-vault']) {
    const id = channel === LOBBY ? 'lobby' : 'vault'
    const [atAna, atBen] = [await ana.subscribe(channel), await ben.subscribe(channel)]
    const [heardByAna, heardByBen] = [event(atAna, 'message'), event(atBen, 'message')]
    const first = await ana.ask('POST', `/rooms/${id}/messages`, { text: 'Hello, Ben' })
    equal(first.status, 201)
    deepEqual(await heardByBen, first.body)
    // The first message that Ana hears is Ben's: her own was not sent to her.
    const answer = await ben.ask('POST', `/rooms/${id}/messages`, { text: 'Hello, Ana' })
    deepEqual(await heardByAna, answer.body)
  }

  const direct = event(ben.pusher.user, 'direct-message')
  const sent = await ana.ask('POST', `/users/${ben.id}/messages`, { text: 'Between us' })
  deepEqual(await direct, sent.body)

  await ana.ask('POST', '/rooms', { title: 'Plans' })
  await rejects(ben.subscribe('private-room-1'), /403/)
  equal((await ana.ask('POST', '/rooms/room-1/members', { user: ben.id })).status, 204)
  await ben.subscribe('private-room-1')

  equal((await ben.ask('POST', '/rooms/lobby/messages', { text: 'x'.repeat(2_001) })).status, 400)
  const page = await (await fetch(chat.url)).text()
  const settings = await (await fetch(`${chat.url}/client.json`)).text()
  match(settings, /app-key/)
  equal(
    `${page}${settings}`.includes(chat.emulator.serverOptions().secret),
    false,
    'the page must not see the secret',
  )

  const ended = event(ben.pusher.connection, 'disconnected')
  equal((await ana.ask('POST', `/users/${ben.id}/remove`)).status, 204)
  await ended
  equal((await ben.ask('POST', '/session', { name: 'Ben' })).status, 403)

  // With nobody to publish to, the sender gets a plain sentence and no internals.
  await chat.emulator.close()
  const lost = await ana.ask('POST', '/rooms/lobby/messages', { text: 'Anybody?' })
  deepEqual(lost, { status: 502, body: { error: 'It could not be delivered. Please try again.' } })
}
