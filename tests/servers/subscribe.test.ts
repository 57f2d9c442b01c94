import { Pusher } from '@pusherkit/core'
import { authorizedBy, event, type JsClient } from '@pusherkit/tests-support'
import { describe, expect, test } from 'vitest'
import { collect, eachServer, serverOptions, unique } from './test-server.ts'

type Channel = Awaited<ReturnType<JsClient['subscribe']>>
interface Member {
  readonly id: string
  readonly info: unknown
}
type PresenceChannel = Channel & { readonly members: { readonly me: Member; readonly count: number } }

// The clients here are authorized by `pusher.authorizeChannel`: see tests/support/js-client.ts.
eachServer(['emulator', 'soketi', 'soketi cluster'], (server) => {
  const stranger = (): ReturnType<typeof authorizedBy> => {
    const options = { ...serverOptions(server.address), secret: 'guessed' }
    return authorizedBy(new Pusher(options), { id: 'eve' })
  }

  test.each(['private-orders', 'presence-orders', 'private-cache-orders', 'presence-cache-orders'])(
    '%s: a signature of authorizeChannel is accepted, and one with another secret is not',
    async (kind) => {
      const name = unique(kind)
      await server.connect().subscribe(name)
      const refused = server.connect({ id: 'eve' }, stranger()).subscribe(name)
      await expect(refused).rejects.toThrow(`${name} was refused`)
    },
  )

  test.each(['cache-weather', 'private-cache-weather', 'presence-cache-weather'])(
    '%s: a new subscriber gets the last event first, or hears that there is none',
    async (kind) => {
      const name = unique(kind)
      const client = server.connect()
      const missed = event(client.pusher.subscribe(name), 'pusher:cache_miss')
      await missed
      await server.pusher().trigger(name, 'sun', { degrees: 20 })
      const channel = server.connect().pusher.subscribe(name)
      expect(await event(channel, 'sun')).toEqual({ degrees: 20 })
    },
  )

  describe('presence channels', () => {
    test('a member is told who it is, and who else is there', async () => {
      const name = unique('presence-room')
      await server.connect({ id: '1', user_info: { name: 'Ada' } }).subscribe(name)
      const second = server.connect({ id: '2', user_info: { name: 'Ben' } })
      const { members } = await second.subscribe<PresenceChannel>(name)
      expect(members.me).toEqual({ id: '2', info: { name: 'Ben' } })
      expect(members.count).toBe(2)
    })

    test('members see each other come and go', async () => {
      const name = unique('presence-room')
      const room = await server.connect({ id: '1' }).subscribe(name)
      const added = event(room, 'pusher:member_added')
      const other = server.connect({ id: '2', user_info: { name: 'Ben' } })
      await other.subscribe(name)
      expect(await added).toEqual({ id: '2', info: { name: 'Ben' } })
      const removed = event<Member>(room, 'pusher:member_removed')
      other.pusher.unsubscribe(name)
      expect((await removed).id).toBe('2')
      expect(await server.pusher().users(name)).toEqual({ users: [{ id: '1' }] })
    })

    test('a numeric id is signed as it is given, and read as text', async () => {
      const name = unique('presence-room')
      const pusher = server.pusher()
      const client = server.connect(undefined, {
        channelAuthorization: {
          transport: 'ajax',
          endpoint: 'unused',
          customHandler: ({ socketId, channelName }, callback) =>
            callback(null, pusher.authorizeChannel(socketId, channelName, { user_id: 7 })),
        },
      })
      await client.subscribe(name)
      expect(await pusher.users(name)).toEqual({ users: [{ id: '7' }] })
    })

    test('user_info of any language arrives as it was signed', async () => {
      const info = { name: 'Zoë "日本" \\ \u2028 </script> 😀' }
      const { members } = await server
        .connect({ id: '1', user_info: info })
        .subscribe<PresenceChannel>(unique('presence-room'))
      expect(members.me.info).toEqual(info)
    })
  })

  describe('client events', () => {
    test('reach the others on a private channel, and not the sender', async () => {
      const name = unique('private-chat')
      const channels = await Promise.all(['1', '2'].map((id) => server.connect({ id }).subscribe(name)))
      const [sender, other] = channels
      const echoed = collect(sender as Channel, 'client-typing')
      const received = event(other as Channel, 'client-typing')
      sender?.trigger('client-typing', { at: 5 })
      expect(await received).toEqual({ at: 5 })
      const ended = channels.map((channel) => event(channel, 'end'))
      await server.pusher().trigger(name, 'end', null)
      await Promise.all(ended)
      expect(echoed).toEqual([])
    })

    test('carry the user id on a presence channel', async () => {
      const name = unique('presence-chat')
      const channels = await Promise.all(['1', '2'].map((id) => server.connect({ id }).subscribe(name)))
      const metadata = new Promise((resolve) => {
        channels[1]?.bind('client-typing', (_data: unknown, meta: unknown) => resolve(meta))
      })
      channels[0]?.trigger('client-typing', {})
      expect(await metadata).toEqual({ user_id: '1' })
    })
  })
})
