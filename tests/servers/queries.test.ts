import { describe, expect, test } from 'vitest'
import { eachServer, unique } from './test-server.ts'

eachServer(['emulator', 'soketi', 'soketi cluster'], (server) => {
  test('channels: the occupied ones whose names start with a prefix', async () => {
    const client = server.connect()
    const prefix = unique('list')
    for (const name of ['a', 'b']) await client.subscribe(`${prefix}-${name}`)
    await client.subscribe(unique('other'))
    const { channels } = await server.pusher().channels({ prefix })
    expect(Object.keys(channels).sort()).toEqual([`${prefix}-a`, `${prefix}-b`])
  })

  test('channels: none', async () => {
    expect(await server.pusher().channels({ prefix: unique('nobody') })).toEqual({ channels: {} })
  })

  test('channels: without a prefix', async () => {
    const name = unique('any')
    await server.connect().subscribe(name)
    expect(Object.keys((await server.pusher().channels()).channels)).toContain(name)
  })

  test('channel: occupied, and not', async () => {
    const name = unique('room')
    await server.connect().subscribe(name)
    expect((await server.pusher().channel(name)).occupied).toBe(true)
    expect((await server.pusher().channel(unique('empty'))).occupied).toBe(false)
  })

  test('channel: how many are subscribed', async () => {
    const name = unique('room')
    for (const id of ['1', '2', '3']) await server.connect({ id }).subscribe(name)
    const state = await server.pusher().channel(name, { info: 'subscription_count' })
    expect(state).toEqual({ occupied: true, subscription_count: 3 })
  })

  test('channel: a user who is there twice is one user', async () => {
    const name = unique('presence-room')
    for (const id of ['1', '1', '2']) await server.connect({ id }).subscribe(name)
    const state = await server.pusher().channel(name, { info: ['user_count', 'subscription_count'] })
    expect(state).toEqual({ occupied: true, user_count: 2, subscription_count: 3 })
  })

  test('users: the ids of the members', async () => {
    const name = unique('presence-room')
    for (const id of ['ada', 'ben', 'ada']) await server.connect({ id }).subscribe(name)
    const { users } = await server.pusher().users(name)
    expect(users.map(({ id }) => id).sort()).toEqual(['ada', 'ben'])
  })

  test('users: nobody', async () => {
    expect(await server.pusher().users(unique('presence-empty'))).toEqual({ users: [] })
  })

  test('get reads the same resources', async () => {
    const name = unique('presence-room')
    await server.connect({ id: '7' }).subscribe(name)
    const pusher = server.pusher()
    const listed = await pusher.get({ path: '/channels', params: { filter_by_prefix: name } })
    expect(Object.keys((await listed.json()).channels)).toEqual([name])
    const one = await pusher.get({ path: `/channels/${name}`, params: { info: 'user_count' } })
    expect(await one.json()).toMatchObject({ occupied: true, user_count: 1 })
    expect(await (await pusher.get({ path: `/channels/${name}/users` })).json()).toEqual({
      users: [{ id: '7' }],
    })
  })

  describe('names and values with characters that have a meaning elsewhere', () => {
    test.each([',', ' ', '+', '&', '@', ';', '=', 'ü', '%', '%41', '#', '/', '?', '日本', '~', "'()*!"])(
      'a prefix with %s is signed as the server reads it',
      async (character) => {
        const prefix = `nobody-${character}-nothing`
        expect(await server.pusher().channels({ prefix })).toEqual({ channels: {} })
      },
    )

    test('a prefix with = @ , . ; finds the channel', async () => {
      const name = unique('a=b@c,d.e;f')
      await server.connect().subscribe(name)
      expect(Object.keys((await server.pusher().channels({ prefix: 'a=b@c,d.e;f' })).channels)).toContain(
        name,
      )
    })

    test('a channel with = @ , . ; in its name is read by its path', async () => {
      const name = unique('presence-a=b@c,d.e;f')
      await server.connect({ id: '7' }).subscribe(name)
      const pusher = server.pusher()
      expect((await pusher.channel(name)).occupied).toBe(true)
      expect(await pusher.users(name)).toEqual({ users: [{ id: '7' }] })
    })
  })
})
