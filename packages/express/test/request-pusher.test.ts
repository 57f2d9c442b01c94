import { inspect } from 'node:util'
import { type BatchEvent, Pusher } from '@pusherkit/core'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { pusher, type RequestPusher } from '@pusherkit/express'
import { JsClient } from '@pusherkit/tests-support'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

let emulator: Emulator
let client: Pusher
let bodies: unknown[]
beforeEach(async () => {
  emulator = await startEmulator()
  bodies = []
  // The wire as it is, and a look at what goes over it.
  const onRequest = ({ body }: { body?: string | undefined }) => bodies.push(JSON.parse(body ?? 'null'))
  client = recorded(onRequest)
})
afterEach(() => emulator.close())

function recorded(onRequest: (request: { body?: string | undefined }) => void): Pusher {
  return new Pusher({
    ...emulator.serverOptions(),
    transport: async (request) => {
      onRequest(request)
      const answer = await fetch(`${emulator.url}${request.target}`, {
        method: request.method,
        headers: request.headers,
        body: request.body ?? null,
      })
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
    },
  })
}

function asSeenBy(socketId: string | undefined, instance = client): RequestPusher {
  const request = { headers: { 'x-socket-id': socketId } } as unknown as Express.Request
  pusher(instance)(request, undefined, () => {})
  return request.pusher
}

describe('req.pusher', () => {
  test('is a Pusher with every method and getter of the client', async () => {
    const seen = asSeenBy(undefined)
    expect(seen).toBeInstanceOf(Pusher)
    expect([seen.appId, seen.key]).toEqual([client.appId, client.key])
    expect(seen.authorizeChannel('1.2', 'private-a')).toEqual(client.authorizeChannel('1.2', 'private-a'))
    expect(await seen.channels()).toEqual({ channels: {} })
  })

  test('may be taken apart', async () => {
    const { trigger, toOthers, socketId } = asSeenBy('1.2')
    expect((await trigger('a', 'b', {})).status).toBe(200)
    const others = toOthers()
    const { triggerBatch } = others
    expect((await triggerBatch([{ channel: 'a', name: 'b', data: 1 }])).status).toBe(200)
    expect(socketId).toBe('1.2')
  })

  test('has the methods of a subclass, and sees a spy that is put on the client later', async () => {
    class Shop extends Pusher {
      #sold = 'sold'
      sell() {
        return this.trigger('shop', this.#sold, {})
      }
    }
    const shop = new Shop(emulator.serverOptions())
    const seen = asSeenBy(undefined, shop) as RequestPusher & Shop
    expect((await seen.sell()).status).toBe(200)
    const spy = vi.spyOn(shop, 'trigger').mockRejectedValue(new Error('spied'))
    await expect(seen.trigger('a', 'b', {})).rejects.toThrow('spied')
    expect(spy).toHaveBeenCalledWith('a', 'b', {})
  })

  test('shows no secret when it is printed', () => {
    const { secret } = emulator.serverOptions()
    expect(inspect(asSeenBy('1.2'), { depth: 9, showHidden: true, getters: true })).not.toContain(secret)
  })
})

describe('socketId', () => {
  test('is the X-Socket-ID header', () => {
    expect(asSeenBy('123.456').socketId).toBe('123.456')
  })

  test.each([[undefined], [''], ['123'], ['1.2, 3.4'], ['undefined'], ['1.2\n'], ['<script>']])(
    'is undefined for %j, which is no socket id',
    (header) => {
      expect(asSeenBy(header).socketId).toBeUndefined()
    },
  )
})

describe('toOthers()', () => {
  test('leaves the sender out, and nobody else', async () => {
    using sender = new JsClient(emulator)
    using other = new JsClient(emulator)
    const heard: string[] = []
    for (const [name, peer] of [
      ['sender', sender],
      ['other', other],
    ] as const) {
      const channel = await peer.subscribe('chat')
      channel.bind('message', () => heard.push(name))
      channel.bind('done', () => heard.push(`${name} done`))
    }
    const done = Promise.all(
      [sender, other].map((peer) => new Promise((resolve) => peer.pusher.bind('done', resolve))),
    )
    const seen = asSeenBy(sender.socketId)
    await seen.toOthers().trigger('chat', 'message', {})
    await seen.toOthers().triggerBatch([{ channel: 'chat', name: 'message', data: {} }])
    await seen.trigger('chat', 'done', {})
    await done
    expect(heard.toSorted()).toEqual(['other', 'other', 'other done', 'sender done'])
  })

  test.each([
    ['nothing', undefined, { socket_id: '1.2' }],
    ['null', null, { socket_id: '1.2' }],
    ['other parameters', { info: 'user_count' }, { socket_id: '1.2', info: 'user_count' }],
    ['a socket id that is null', { socket_id: null }, { socket_id: '1.2' }],
    ['another socket id', { socket_id: '3.4' }, { socket_id: '3.4' }],
    ['another socket id as text', '3.4', { socket_id: '3.4' }],
  ])('adds the socket id to %s', async (_what, params, sent) => {
    await asSeenBy('1.2').toOthers().trigger('presence-a', 'b', 'c', params)
    expect(bodies).toEqual([{ name: 'b', data: 'c', channels: ['presence-a'], ...sent }])
  })

  test('adds it to each event of a batch that has none', async () => {
    const batch: readonly BatchEvent[] = [
      { channel: 'a', name: 'n', data: '1' },
      { channel: 'b', name: 'n', data: '2', socket_id: '3.4' },
    ]
    await asSeenBy('1.2').toOthers().triggerBatch(batch)
    expect(bodies).toEqual([
      {
        batch: [
          { channel: 'a', name: 'n', data: '1', socket_id: '1.2' },
          { channel: 'b', name: 'n', data: '2', socket_id: '3.4' },
        ],
      },
    ])
  })

  test('changes no argument', async () => {
    const params = Object.freeze({ info: 'user_count' })
    const batch = Object.freeze([Object.freeze({ channel: 'a', name: 'n', data: '1' })])
    const others = asSeenBy('1.2').toOthers()
    await others.trigger('presence-a', 'b', 'c', params)
    await others.triggerBatch(batch)
    expect([params, batch]).toEqual([{ info: 'user_count' }, [{ channel: 'a', name: 'n', data: '1' }]])
  })

  test('without a socket id is for everybody', async () => {
    await asSeenBy(undefined).toOthers().trigger('a', 'b', 'c')
    expect(bodies).toEqual([{ name: 'b', data: 'c', channels: ['a'] }])
  })

  test('leaves events for a user as they are: a user may have several connections', async () => {
    await asSeenBy('1.2').toOthers().sendToUser('ada', 'b', 'c')
    expect(bodies).toEqual([{ name: 'b', data: 'c', channels: ['#server-to-user-ada'] }])
  })

  test('may be said twice', async () => {
    await asSeenBy('1.2').toOthers().toOthers().trigger('a', 'b', 'c')
    expect(bodies).toEqual([{ name: 'b', data: 'c', channels: ['a'], socket_id: '1.2' }])
  })

  test('leaves it to the client to refuse what is no list and no object, by rejecting', async () => {
    const others = asSeenBy('1.2').toOthers()
    await expect(others.trigger('a', 'b', 'c', 7 as never)).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_PARAMS',
    })
    await expect(others.triggerBatch('x' as never)).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_BATCH',
    })
    await expect(others.triggerBatch([null] as never)).rejects.toMatchObject({
      name: 'PusherValidationError',
    })
  })
})
