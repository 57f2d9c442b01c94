import { event } from '@pusherkit/tests-support'
import OfficialPusher from 'pusher'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { APP, OfficialStage } from './official-stage.ts'

// Every method of the official server library against the emulator, and pusher-js to see what comes of it. What it
// publishes and asks as our own client does is in pusher-js.test.ts.

let stage: OfficialStage
beforeEach(async () => {
  stage = await OfficialStage.start()
})
afterEach(() => stage[Symbol.asyncDispose]())

describe('publishing', () => {
  test('trigger tells the counts that it is asked for', async () => {
    await stage.connect().subscribe('news')
    await stage.connect().subscribe('presence-room')
    const single = await stage.official.trigger('news', 'e', 'd', { info: 'subscription_count' })
    expect(await single.json()).toEqual({ channels: { news: { subscription_count: 1 } } })
    const many = await stage.official.trigger(['news', 'presence-room', 'empty'], 'e', 'd', {
      info: 'user_count',
    })
    expect(await many.json()).toEqual({
      channels: { news: {}, 'presence-room': { user_count: 1 }, empty: {} },
    })
    expect(await (await stage.official.trigger('news', 'e', 'd')).json()).toEqual({})
  })

  test('triggerBatch tells them per event, and leaves out a connection per event', async () => {
    const ada = stage.connect()
    const news = await ada.subscribe('news')
    const heard: unknown[] = []
    news.bind('e', (data: unknown) => heard.push(data))
    const end = event(news, 'end')
    const response = await stage.official.triggerBatch([
      { channel: 'news', name: 'e', data: 'mine', socket_id: ada.socketId },
      { channel: 'news', name: 'e', data: { its: 1 }, info: 'subscription_count' },
      { channel: 'news', name: 'end', data: '' },
    ])
    expect(await response.json()).toEqual({ batch: [{}, { subscription_count: 1 }, {}] })
    await end
    expect(heard).toEqual([{ its: 1 }])
  })

  test('post reaches the same resources by their paths', async () => {
    const received = event(await stage.connect().subscribe('news'), 'e')
    const body = { name: 'e', channel: 'news', data: '"posted"' } as unknown as string
    expect((await stage.official.post({ path: '/events', body })).status).toBe(200)
    expect(await received).toBe('posted')
    const batch = { batch: [{ name: 'e', channel: 'news', data: '1' }] } as unknown as string
    expect((await stage.official.post({ path: '/batch_events', body: batch })).status).toBe(200)
  })

  test.each(['private-encrypted-room', 'private-encrypted-cache-room'])(
    '%s: pusher-js reads what was encrypted, of a trigger and of a batch',
    async (name) => {
      const channel = await stage.connect().subscribe(name)
      const received = [event(channel, 'first'), event(channel, 'second')]
      await stage.official.trigger(name, 'first', { text: 'héllo 日本' })
      await stage.official.triggerBatch([{ channel: name, name: 'second', data: [2] }])
      expect(await Promise.all(received)).toEqual([{ text: 'héllo 日本' }, [2]])
    },
  )
})

describe('users', () => {
  test('sendToUser reaches the user and nobody else', async () => {
    const [ada, bob] = [await stage.signIn({ id: 'ada' }), await stage.signIn({ id: 'bob' })]
    const heard: unknown[] = []
    bob.pusher.user.bind('mail', (data: unknown) => heard.push(data))
    const received = event(ada.pusher.user, 'mail')
    await stage.official.sendToUser('ada', 'mail', { from: 'eve' })
    expect(await received).toEqual({ from: 'eve' })
    const end = event(bob.pusher.user, 'end')
    await stage.official.sendToUser('bob', 'end', '')
    await end
    expect(heard).toEqual([])
  })

  test.each([
    ['terminateUserConnections', () => stage.official.terminateUserConnections('ada')],
    [
      'post',
      () => stage.official.post({ path: '/users/ada/terminate_connections', body: {} as unknown as string }),
    ],
  ])('%s ends every connection of the user, and of nobody else', async (_name, terminate) => {
    const both = [await stage.signIn({ id: 'ada' }), await stage.signIn({ id: 'ada' })]
    const bob = await stage.signIn({ id: 'bob' })
    const gone = both.map(({ pusher }) => event(pusher.connection, 'disconnected'))
    expect(await (await terminate()).json()).toEqual({})
    await Promise.all(gone)
    expect(bob.pusher.connection.state).toBe('connected')
    expect((await bob.subscribe('news')).subscribed).toBe(true)
  })
})

describe('what it signs', () => {
  test.each(['private-a', 'private-cache-a', 'private-encrypted-a', 'presence-a', 'presence-cache-a'])(
    'authorizeChannel for %s is accepted',
    async (name) => {
      expect((await stage.connect().subscribe(name)).subscribed).toBe(true)
    },
  )

  test('authenticateUser with a watchlist is accepted, and the watchlist counts', async () => {
    const ada = stage.connect({ id: 'ada', user_info: { name: 'Ada' }, watchlist: ['bob'] })
    const offline = event(ada.pusher.user.watchlist, 'offline')
    ada.pusher.signin()
    expect(await offline).toEqual({ name: 'offline', user_ids: ['bob'] })
    expect(ada.pusher.user.user_data).toEqual({ id: 'ada', user_info: { name: 'Ada' }, watchlist: ['bob'] })
  })

  test('createSignedQueryString makes a request that anything can send', async () => {
    const path = '/apps/123/channels'
    const params = { filter_by_prefix: 'presence-', info: 'user_count' }
    const query = stage.official.createSignedQueryString({ method: 'GET', path, params })
    const response = await fetch(`${stage.emulator.url}${path}?${query}`)
    expect([response.status, await response.json()]).toEqual([200, { channels: {} }])
  })

  test('forURL finds the emulator', async () => {
    const { key, secret, appId } = APP
    const byUrl = OfficialPusher.forURL(
      `http://${key}:${secret}@127.0.0.1:${stage.emulator.port}/apps/${appId}`,
    )
    expect((await byUrl.trigger('news', 'e', 'd')).status).toBe(200)
  })
})

describe('asking', () => {
  const read = async (path: string, params = {}) => (await stage.official.get({ path, params })).json()

  test('every resource answers with every attribute', async () => {
    await stage.connect({ id: 'ada' }).subscribe('presence-room')
    await stage.connect({ id: 'bob' }).subscribe('presence-room')
    await stage.connect().subscribe('cache-news')
    await stage.official.trigger('cache-news', 'e', 'kept')

    expect(await read('/channels')).toEqual({ channels: { 'presence-room': {}, 'cache-news': {} } })
    expect(await read('/channels/cache-news', { info: 'subscription_count,cache' })).toEqual({
      occupied: true,
      subscription_count: 1,
      cache: { data: 'kept', ttl: expect.any(Number) },
    })
    expect(await read('/channels/cache-other', { info: 'cache' })).toEqual({ occupied: false, cache: null })
    expect(await read('/channels/presence-room/users')).toEqual({ users: [{ id: 'ada' }, { id: 'bob' }] })
  })

  test.each([
    ['/channels', { info: 'user_count' }, 400],
    ['/channels/news', { info: 'user_count' }, 400],
    ['/channels/news/users', {}, 400],
    ['/nowhere', {}, 404],
  ])('%s with %o is a RequestError %i', async (path, params, status) => {
    const error = await stage.official.get({ path, params }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(OfficialPusher.RequestError)
    expect(error).toMatchObject({ status, body: expect.stringMatching(/\w/) })
  })

  test('too much data is 413', async () => {
    await expect(stage.official.trigger('news', 'e', 'x'.repeat(10_241))).rejects.toMatchObject({
      status: 413,
    })
  })
})
