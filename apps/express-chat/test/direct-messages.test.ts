import { event } from '@pusherkit/tests-support'
import { expect, test } from 'vitest'
import { stage } from './support.ts'

test('a direct message reaches the user, who subscribed to nothing', async () => {
  const { person } = await stage()
  const [ana, ben] = [await person('Ana'), await person('Ben')]
  const heard = event(ben.pusher.user, 'direct-message')
  const sent = await ana.ask('POST', `/users/${ben.id}/messages`, { text: 'Between us' })
  expect(sent).toMatchObject({ status: 201, body: { from: { name: 'Ana' }, text: 'Between us' } })
  expect(await heard).toEqual(sent.body)
})

test('nobody can write to somebody who signed out', async () => {
  const { person } = await stage()
  const [ana, ben] = [await person('Ana'), await person('Ben')]
  const { id } = ben
  await ben.ask('DELETE', '/session')
  expect(await ana.ask('POST', `/users/${id}/messages`, { text: 'Hello?' })).toEqual({
    status: 404,
    body: { error: 'They are not here any more.' },
  })
})
