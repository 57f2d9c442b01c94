import { expect, test } from 'vitest'
import { stage } from './support.ts'

test.each(['presence-cache-lobby', 'private-encrypted-vault', 'private-news', 'private-webhooks'])(
  '%s is for those who are signed in',
  async (channel) => {
    const { person, stranger } = await stage()
    await (await person('Ana')).subscribe(channel)
    await expect(stranger().subscribe(channel)).rejects.toThrow('403')
  },
)

test('channels that are no room of the chat are for nobody', async () => {
  const { person } = await stage()
  await expect((await person('Ana')).subscribe('private-anything')).rejects.toThrow('403')
})

test('members of the lobby are who the session says', async () => {
  const { person } = await stage()
  const ana = await person('Ana')
  const lobby = await ana.subscribe('presence-cache-lobby')
  expect(Reflect.get(lobby, 'members').me).toEqual({ id: ana.id, info: { name: 'Ana' } })
})

test('a stranger cannot sign a connection in', async () => {
  const { chat } = await stage()
  const response = await fetch(`${chat.url}/pusher/user-auth`, {
    method: 'POST',
    body: new URLSearchParams({ socket_id: '1.1' }),
  })
  expect(response.status).toBe(403)
})
