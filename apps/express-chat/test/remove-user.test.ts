import { event } from '@pusherkit/tests-support'
import { expect, test } from 'vitest'
import { stage } from './support.ts'

test('the host ends the connections of a user, who cannot come back for a minute', async () => {
  let now = 1_700_000_000_000
  const { person, stranger } = await stage({ now: () => now })
  const [ana, ben] = [await person('Ana'), await person('Ben')]
  const ended = event(ben.pusher.connection, 'disconnected')
  expect((await ana.ask('POST', `/users/${ben.id}/remove`)).status).toBe(204)
  await ended

  now += 20_000
  const error = 'Ana removed you. You can come back in 40 seconds.'
  expect((await ben.ask('GET', '/state')).body).toEqual({ notice: error })
  // Neither by another name in the same browser, nor by the same name in another one.
  expect(await ben.ask('POST', '/session', { name: 'Benedict' })).toEqual({ status: 403, body: { error } })
  expect(await stranger().ask('POST', '/session', { name: 'ben' })).toEqual({ status: 403, body: { error } })
  // Nor by signing out first.
  expect((await ben.ask('DELETE', '/session')).status).toBe(204)
  expect(await ben.ask('POST', '/session', { name: 'Benedict' })).toEqual({ status: 403, body: { error } })

  now += 40_000
  expect((await ben.ask('POST', '/session', { name: 'Ben' })).status).toBe(201)
})

test('somebody who was removed is refused everything at once', async () => {
  const { person } = await stage()
  const [ana, ben] = [await person('Ana'), await person('Ben')]
  await ana.ask('POST', `/users/${ben.id}/remove`)
  expect((await ben.ask('POST', '/rooms/lobby/messages', { text: 'Hello' })).status).toBe(401)
})

test('nobody else removes anybody', async () => {
  const { person } = await stage()
  const [ana, ben] = [await person('Ana'), await person('Ben')]
  expect(await ben.ask('POST', `/users/${ana.id}/remove`)).toEqual({
    status: 403,
    body: { error: 'Only the host, Ana, may remove people.' },
  })
  expect((await ana.ask('POST', `/users/${ana.id}/remove`)).status).toBe(400)
  expect((await ana.ask('POST', '/users/nobody/remove')).status).toBe(404)
})
