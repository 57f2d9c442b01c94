import { PusherTimeoutError } from '@pusherkit/core'
import { createToken, stringToSign } from '@pusherkit/core/signing'
import { describe, expect, test } from 'vitest'
import { OfficialPusher } from './peers/official-pusher.ts'
import { rawRequest } from './peers/raw-request.ts'
import { rawSocket } from './peers/raw-socket.ts'
import { APP, LIMITED_APP, LIMITED_APP_EVENTS_PER_SECOND } from './run/apps.ts'
import { eachServer, serverOptions, unique } from './test-server.ts'

// What soketi does in another way than hosted Pusher, and what our client makes of it.
eachServer(['soketi', 'soketi cluster'], (server) => {
  describe('rule 1: errors come with HTTP status 200', () => {
    const wrong = { secret: 'not-the-secret' }

    test('that is what the server answers', async () => {
      const { status, body } = await rawRequest(server, 'GET', '/channels', undefined, wrong)
      expect([status, body]).toEqual([200, '{"error":"The secret authentication failed","code":401}'])
    })

    test('our client rejects', async () => {
      const sent = server.pusher(wrong).trigger('a', 'e', 'd')
      await expect(sent).rejects.toMatchObject({ code: 'ERR_PUSHER_REQUEST', status: 401 })
    })

    test('the official library reports success', async () => {
      const official = new OfficialPusher({ ...serverOptions(server.address), ...wrong })
      expect((await official.trigger('a', 'e', 'd')).status).toBe(200)
    })
  })

  test('rule 2: success is {"ok":true}', async () => {
    const pusher = server.pusher()
    expect(await (await pusher.trigger('a', 'e', 'd')).json()).toEqual({ ok: true })
    expect(await (await pusher.triggerBatch([{ channel: 'a', name: 'e', data: 'd' }])).json()).toEqual({
      ok: true,
    })
  })

  test('rule 3: a numeric id comes back as a number; our client makes it text', async () => {
    const name = unique('presence-room')
    const socket = rawSocket(server)
    await socket.next()
    await socket.subscribe(name, { data: '{"user_id":7,"user_info":{}}' })
    const { body } = await rawRequest(server, 'GET', `/channels/${name}/users`)
    expect(body).toBe('{"users":[{"id":7}]}')
    expect(await server.pusher().users(name)).toEqual({ users: [{ id: '7' }] })
  })

  test('rule 4: an error body is JSON; the error keeps it as it came', async () => {
    const sent = server.pusher({ appId: 'another-app' }).channels()
    await expect(sent).rejects.toMatchObject({
      status: 404,
      body: '{"error":"The app another-app could not be found.","code":404}',
    })
  })

  test('rule 5: 429 has no Retry-After, and a success has one, of a fraction of a second', async () => {
    const pusher = server.pusher(LIMITED_APP)
    const accepted = await pusher.trigger('a', 'e', 'd')
    expect(Number(accepted.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(accepted.headers.get('retry-after'))).toBeLessThanOrEqual(1)
    const channels = Array.from({ length: LIMITED_APP_EVENTS_PER_SECOND + 1 }, (_, index) => `a-${index}`)
    await expect(pusher.trigger(channels, 'e', 'd')).rejects.toMatchObject({
      status: 429,
      retryable: true,
      body: '{"error":"Too many requests.","code":429}',
    })
  })

  test('rule 6: every answer closes its connection, also those of 300 requests at once', async () => {
    const pusher = server.pusher()
    const all = Array.from({ length: 150 }, (_, index) => [
      pusher.trigger('busy', 'e', index),
      pusher.get({ path: '/channels' }),
    ])
    const answers = await Promise.all(all.flat())
    const connections = answers.map(({ headers }) => headers.get('connection'))
    expect([...new Set(connections)]).toEqual(['close'])
  })

  test('rule 7: some malformed requests are never answered: the time-out ends them', async () => {
    const pusher = server.pusher({ timeout: 300 })
    const sent = pusher.post({ path: '/events', body: { name: 'e', channels: 'no-list', data: 'd' } })
    await expect(sent).rejects.toThrow(PusherTimeoutError)
    expect((await server.pusher().trigger('a', 'e', 'd')).ok).toBe(true)
  })

  test('rule 8: terminate_connections needs a body', async () => {
    const pusher = server.pusher()
    const path = '/users/ada/terminate_connections'
    await expect(pusher.post({ path })).rejects.toMatchObject({ status: 401 })
    expect((await pusher.post({ path, body: {} })).ok).toBe(true)
    expect((await pusher.terminateUserConnections('ada')).ok).toBe(true)
  })

  test('rule 9: channel_data has user_info, also when there is nothing to say', async () => {
    const { channel_data } = server.pusher().authorizeChannel('1.2', 'presence-a', { user_id: '7' })
    expect(channel_data).toBe('{"user_id":"7","user_info":{}}')
  })

  describe('rule 10: query values are signed raw and escaped on the wire', () => {
    const value = 'a, b+c&d@e;f=ü'

    test('our client’s way is accepted', async () => {
      expect(await server.pusher().channels({ prefix: value })).toEqual({ channels: {} })
    })

    test('signing the escaped form is refused', async () => {
      const path = `/apps/${APP.appId}/channels`
      const encoded = new Map([
        ['auth_key', APP.key],
        ['auth_timestamp', String(Math.floor(Date.now() / 1000))],
        ['auth_version', '1.0'],
        ['filter_by_prefix', encodeURIComponent(value)],
      ])
      const signature = createToken(APP).sign(stringToSign('GET', path, encoded))
      const query = [...encoded].map(([name, text]) => `${name}=${text}`).join('&')
      const url = `http://127.0.0.1:${server.address.httpPort}${path}?${query}&auth_signature=${signature}`
      expect(await (await fetch(url)).json()).toMatchObject({ code: 401 })
    })
  })

  test('rule 11: paths are not decoded: an escaped name is another channel', async () => {
    const name = unique('presence-a@b')
    await server.connect({ id: '7' }).subscribe(name)
    const pusher = server.pusher()
    const escaped = await pusher.get({ path: `/channels/${encodeURIComponent(name)}/users` })
    expect(await escaped.json()).toEqual({ users: [] })
    expect(await pusher.users(name)).toEqual({ users: [{ id: '7' }] })
  })

  test('rule 14: neither the time nor the key of a request is checked', async () => {
    const old = await rawRequest(server, 'GET', '/channels?filter_by_prefix=x', undefined, { now: 0 })
    expect(old.body).toBe('{"channels":{}}')
    const { body } = await rawRequest(server, 'GET', '/channels?filter_by_prefix=x', undefined, { key: 'no' })
    expect(body).toBe('{"channels":{}}')
  })

  test('rule 15: the info of a publish is ignored: json() has no counts', async () => {
    const pusher = server.pusher()
    const single = await (await pusher.trigger('a', 'e', 'd', { info: 'subscription_count' })).json()
    expect(single.channels).toBeUndefined()
    const event = { channel: 'a', name: 'e', data: 'd', info: 'subscription_count' }
    expect((await (await pusher.triggerBatch([event])).json()).batch).toBeUndefined()
  })

  test('the list of channels has no user_count, also when it is asked for', async () => {
    const name = unique('presence-room')
    await server.connect({ id: '7' }).subscribe(name)
    const { channels } = await server.pusher().channels({ prefix: name, info: 'user_count' })
    expect(channels[name]?.user_count).toBeUndefined()
    expect((await server.pusher().channel(name, { info: 'user_count' })).user_count).toBe(1)
  })

  test('the activity timeout is 30 s', async () => {
    const { data } = await rawSocket(server).next()
    expect(JSON.parse(String(data))).toMatchObject({ activity_timeout: 30 })
  })
})
