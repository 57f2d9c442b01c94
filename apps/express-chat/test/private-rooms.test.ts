import { event } from '@pusherkit/tests-support'
import { expect, test } from 'vitest'
import { stage } from './support.ts'

const WHY = '“Plans” is private. Ask Ana to invite you.'

test('a private room refuses others, who see why', async () => {
  const { person } = await stage()
  const [ana, ben] = [await person('Ana'), await person('Ben')]
  expect(await ana.ask('POST', '/rooms', { title: 'Plans' })).toEqual({ status: 201, body: { id: 'room-1' } })
  await ana.subscribe('private-room-1')

  await expect(ben.subscribe('private-room-1')).rejects.toThrow('403')
  expect(await ben.ask('POST', '/rooms/room-1/messages', { text: 'Hello' })).toEqual({
    status: 403,
    body: { error: WHY },
  })
  expect((await ben.ask('GET', '/state')).body).toMatchObject({
    rooms: [{}, {}, { title: 'Plans', refusal: WHY }],
  })
})

test('who is invited hears of it, and may enter', async () => {
  const { person } = await stage()
  const [ana, ben] = [await person('Ana'), await person('Ben')]
  await ana.ask('POST', '/rooms', { title: 'Plans' })
  const invited = event(ben.pusher.user, 'invited')
  expect((await ana.ask('POST', '/rooms/room-1/members', { user: ben.id })).status).toBe(204)
  expect(await invited).toEqual({ title: 'Plans', by: 'Ana' })
  await ben.subscribe('private-room-1')
})

test('only the owner invites', async () => {
  const { person } = await stage()
  const [ana, ben, eve] = [await person('Ana'), await person('Ben'), await person('Eve')]
  await ana.ask('POST', '/rooms', { title: 'Plans' })
  await ana.ask('POST', '/rooms/room-1/members', { user: ben.id })
  expect(await ben.ask('POST', '/rooms/room-1/members', { user: eve.id })).toEqual({
    status: 403,
    body: { error: 'Only who made a room invites others.' },
  })
  expect((await ana.ask('POST', '/rooms/lobby/members', { user: ben.id })).status).toBe(403)
})

test('all pages are told to look when a room is made', async () => {
  const { person } = await stage()
  const [ana, ben] = [await person('Ana'), await person('Ben')]
  const changed = event(await ben.subscribe('private-news'), 'changed')
  await ana.ask('POST', '/rooms', { title: 'Plans' })
  expect(await changed).toEqual({})
})

test('there are at most 20', async () => {
  const { person } = await stage()
  const ana = await person('Ana')
  for (let made = 0; made < 20; made++) await ana.ask('POST', '/rooms', { title: 'Plans' })
  expect(await ana.ask('POST', '/rooms', { title: 'One more' })).toEqual({
    status: 409,
    body: { error: 'There are 20 private rooms already.' },
  })
})
