import { event } from '@pusherkit/tests-support'
import { expect, test } from 'vitest'
import { stage } from './support.ts'

test.each([
  ['lobby', 'presence-cache-lobby'],
  ['vault', 'private-encrypted-vault'],
])('a message to the %s reaches everybody but the page that wrote it', async (id, channel) => {
  const { person } = await stage({ now: () => 1_700_000_000_000 })
  const [ana, ben] = [await person('Ana'), await person('Ben')]
  const [atAna, atBen] = [await ana.subscribe(channel), await ben.subscribe(channel)]
  const [heardByAna, heardByBen] = [event(atAna, 'message'), event(atBen, 'message')]

  const sent = await ana.ask('POST', `/rooms/${id}/messages`, { text: ' Hello ' })
  expect(sent).toEqual({
    status: 201,
    body: {
      id: expect.any(String),
      from: { id: ana.id, name: 'Ana' },
      text: 'Hello',
      at: 1_700_000_000_000,
    },
  })
  expect(await heardByBen).toEqual(sent.body)
  // Had Ana's own message come to her, it would be the first.
  const answer = await ben.ask('POST', `/rooms/${id}/messages`, { text: 'Hello, Ana' })
  expect(await heardByAna).toEqual(answer.body)
})

test('the server in between cannot read the vault', async () => {
  const { chat, person } = await stage()
  const ana = await person('Ana')
  await ana.ask('POST', '/rooms/vault/messages', { text: 'Nobody else reads this' })
  const { body } = chat.emulator.requests.find(({ path }) => path.endsWith('/events')) ?? {}
  expect(JSON.stringify(body)).toContain('ciphertext')
  expect(JSON.stringify(body)).not.toContain('Nobody')
})

test('a newcomer to the lobby gets its last message', async () => {
  const { person } = await stage()
  const ana = await person('Ana')
  await ana.ask('POST', '/rooms/lobby/messages', { text: 'First' })
  const last = await ana.ask('POST', '/rooms/lobby/messages', { text: 'Last' })
  const ben = await person('Ben')
  const heard = event(ben.pusher, 'message')
  await ben.subscribe('presence-cache-lobby')
  expect(await heard).toEqual(last.body)
})

test.each([
  ['an empty text', '/rooms/lobby/messages', { text: ' ' }, 400, 'A message has 1 to 2000 characters.'],
  [
    '2,001 characters',
    '/rooms/lobby/messages',
    { text: 'x'.repeat(2_001) },
    400,
    'A message has 1 to 2000 characters.',
  ],
  ['a room that is not there', '/rooms/attic/messages', { text: 'Hello' }, 404, 'There is no such room.'],
])('%s is refused', async (_what, path, body, status, error) => {
  const { person } = await stage()
  expect(await (await person('Ana')).ask('POST', path, body)).toEqual({ status, body: { error } })
})

test('a stranger writes nothing', async () => {
  const { stranger } = await stage()
  expect(await stranger().ask('POST', '/rooms/lobby/messages', { text: 'Hello' })).toEqual({
    status: 401,
    body: { error: 'Sign in first.' },
  })
})
