import { event } from '@pusherkit/tests-support'
import { expect, test } from 'vitest'
import { stage } from './support.ts'

test('a session is a signed cookie that scripts cannot read and other sites cannot use', async () => {
  const { chat } = await stage()
  const response = await fetch(`${chat.url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":" Ana "}',
  })
  expect(response.status).toBe(201)
  expect(await response.json()).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'Ana' })
  const cookies = response.headers.getSetCookie()
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['chat', 'chat.sig'])
  for (const cookie of cookies) expect(cookie).toMatch(/; samesite=lax; httponly$/i)
})

test('a cookie that was changed is nobody', async () => {
  const { chat } = await stage()
  const cookie = `chat=${btoa('{"id":"1","name":"Ana"}')}; chat.sig=forged`
  const state = await fetch(`${chat.url}/state`, { headers: { cookie } })
  expect(await state.json()).toEqual({})
})

test.each([
  ['no name', {}],
  ['an empty name', { name: ' ' }],
  ['a name of 31 characters', { name: 'x'.repeat(31) }],
  ['a name that is no text', { name: 7 }],
])('%s is refused', async (_what, body) => {
  const { stranger } = await stage()
  expect(await stranger().ask('POST', '/session', body)).toEqual({
    status: 400,
    body: { error: 'A name has 1 to 30 characters.' },
  })
})

test('a name belongs to one person, until they sign out', async () => {
  const { person, stranger } = await stage()
  const ana = await person('Ana')
  const other = stranger()
  const taken = { status: 409, body: { error: 'Somebody called ANA is here already.' } }
  expect(await other.ask('POST', '/session', { name: 'ANA' })).toEqual(taken)
  await ana.ask('DELETE', '/session')
  expect((await other.ask('POST', '/session', { name: 'ANA' })).status).toBe(201)
})

test('signing out ends the connections of all tabs', async () => {
  const { person } = await stage()
  const ana = await person('Ana')
  const ended = event(ana.pusher.connection, 'disconnected')
  expect((await ana.ask('DELETE', '/session')).status).toBe(204)
  await ended
  expect((await ana.ask('GET', '/state')).body).toEqual({})
})

test('whoever signs in is told apart by an id, and the first is the host', async () => {
  const { person } = await stage()
  const ana = await person('Ana')
  const ben = await person('Ben')
  expect((await ben.ask('GET', '/state')).body).toMatchObject({
    me: { id: ben.id, name: 'Ben' },
    host: ana.id,
  })
})

test('who is signed in stays who they are', async () => {
  const { person } = await stage()
  expect(await (await person('Ana')).ask('POST', '/session', { name: 'Ben' })).toEqual({
    status: 409,
    body: { error: 'This browser is signed in already: reload the page.' },
  })
})
