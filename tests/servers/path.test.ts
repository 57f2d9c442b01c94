import { event } from '@pusherkit/tests-support'
import { describe, expect, test } from 'vitest'
import { startProxy } from './peers/proxy.ts'
import { eachServer, unique } from './test-server.ts'

eachServer(['soketi below a path'], (server) => {
  test('the option path stands before every resource, and is signed', async () => {
    const name = unique('presence-room')
    const channel = await server.connect({ id: '7' }).subscribe(name)
    const received = event(channel, 'e')
    const pusher = server.pusher({ path: '/realtime' })
    await pusher.trigger(name, 'e', 'd')
    expect(await received).toBe('d')
    expect(await pusher.users(name)).toEqual({ users: [{ id: '7' }] })
  })

  test('without the option path the server hangs up', async () => {
    const sent = server.pusher({ path: '' }).trigger('a', 'e', 'd')
    await expect(sent).rejects.toMatchObject({ code: 'ERR_PUSHER_NETWORK' })
  })

  describe('rule 13: the path is signed as it is sent, and as the server sees it', () => {
    test('a reverse proxy that hands the path on works', async () => {
      const port = await startProxy(server.address.httpPort, (target) => target)
      expect((await server.pusher({ port, path: '/realtime' }).trigger('a', 'e', 'd')).ok).toBe(true)
    })

    test('a reverse proxy that adds the path breaks the signature', async () => {
      const port = await startProxy(server.address.httpPort, (target) => `/realtime${target}`)
      const sent = server.pusher({ port, path: '' }).trigger('a', 'e', 'd')
      await expect(sent).rejects.toMatchObject({ status: 401 })
    })
  })
})

eachServer(['emulator', 'soketi'], (server) => {
  test('rule 13: a reverse proxy that strips the path breaks the signature', async () => {
    const port = await startProxy(server.address.httpPort, (target) => target.replace('/realtime', ''))
    const sent = server.pusher({ port, path: '/realtime' }).trigger('a', 'e', 'd')
    await expect(sent).rejects.toMatchObject({ status: 401 })
    // What the server sees is what has to be signed, whatever stands before it.
    const sees = server.pusher({ port }).trigger('a', 'e', 'd')
    expect((await sees).ok).toBe(true)
  })
})
