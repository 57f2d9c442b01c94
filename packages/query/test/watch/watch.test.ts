import { createQueryClient, diff, type PusherQueryError } from '@pusherkit/query'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { QueryServer, rejection } from '../support.ts'

let server: QueryServer
beforeEach(async () => {
  server = await QueryServer.start()
})
afterEach(() => server?.[Symbol.asyncDispose]())

const client = () => createQueryClient({ baseUrl: server.baseUrl })
const soon = { every: 5 }
/** Longer than any test: a poll that comes all the same was not caused by time. */
const never = { every: 600_000 }

describe('a watcher', () => {
  test('tells the state at once, and then each change of it', async () => {
    await using watch = client().watch.users('presence-room', soon)
    const first = await watch.next()
    expect(first.value).toEqual({ users: [] })
    const ada = await server.join({ id: 'ada' }, 'presence-room')
    const second = await watch.next()
    expect(second.value).toEqual({ users: [{ id: 'ada' }] })
    ada[Symbol.dispose]()
    const third = await watch.next()
    if (second.done || third.done) throw new Error('it ended')
    expect(diff(second.value, third.value)).toEqual({ added: [], removed: ['ada'] })
  })

  test('of channels and of one channel has what info asks for', async () => {
    await server.join({ id: 'ada' }, 'presence-room')
    await using list = client().watch.channels({ prefix: 'presence-', info: 'user_count', ...never })
    await using one = client().watch.channel('presence-room', { info: 'user_count', ...never })
    expect((await list.next()).value).toEqual({ channels: { 'presence-room': { user_count: 1 } } })
    expect((await one.next()).value).toEqual({ occupied: true, user_count: 1 })
  })

  test('asks nothing before it is iterated', async () => {
    const watch = client().watch.users('presence-room')
    await watch.return()
    expect(await watch.next()).toEqual({ done: true, value: undefined })
    expect(server.http.urls).toEqual([])
  })

  test('tells every answer when it is asked to', async () => {
    const snapshots: unknown[] = []
    for await (const snapshot of client().watch.channel('news', { ...soon, all: true })) {
      if (snapshots.push(snapshot) === 3) break
    }
    expect(snapshots).toEqual([{ occupied: false }, { occupied: false }, { occupied: false }])
  })

  test('gets no body for what it knows already', async () => {
    let polls = 0
    for await (const _ of client().watch.channel('news', { ...soon, all: true })) if (++polls === 3) break
    expect(server.http.exchanges.map(({ status }) => status)).toEqual([200, 304, 304])
    expect(server.http.exchanges.map(({ size }) => size)).toEqual([18, 0, 0])
    expect(server.http.exchanges[1]?.headers['if-none-match']).toMatch(/^"[0-9a-f]{64}"$/)
  })

  test('never has two questions under way', async () => {
    const { answer } = server.http
    let [open, most] = [0, 0]
    server.http.answer = async (request) => {
      most = Math.max(most, ++open)
      const response = await answer(request)
      open -= 1
      return response
    }
    let polls = 0
    for await (const _ of client().watch.channel('news', { every: 1, all: true })) if (++polls === 10) break
    expect(most).toBe(1)
  })
})

describe('a watcher ends', () => {
  test('cleanly, when its signal is aborted while it waits', async () => {
    const controller = new AbortController()
    const watch = client().watch.channel('news', { ...never, signal: controller.signal })
    await watch.next()
    const pending = watch.next()
    controller.abort()
    expect(await pending).toEqual({ done: true, value: undefined })
  })

  test('cleanly, when its signal is aborted while it asks', async () => {
    const controller = new AbortController()
    const { promise, resolve } = Promise.withResolvers<Response>()
    server.http.answer = () => promise
    const arrived = server.http.arrival()
    const pending = client().watch.channel('news', { signal: controller.signal }).next()
    await arrived
    controller.abort()
    expect(await pending).toEqual({ done: true, value: undefined })
    resolve(new Response())
  })

  test('with await using, while somebody awaits the next snapshot', async () => {
    let pending: Promise<unknown>
    {
      await using watch = client().watch.channel('news', never)
      await watch.next()
      pending = watch.next()
    }
    expect(await pending).toEqual({ done: true, value: undefined })
    expect(server.http.exchanges).toHaveLength(1)
  })

  test.each([400, 401, 403, 404])('with the error of a %i', async (status) => {
    server.http.answer = () => new Response(null, { status })
    const errors: PusherQueryError[] = []
    const watch = client().watch.channel('news', { ...soon, onError: (error) => errors.push(error) })
    expect(await rejection(watch.next())).toMatchObject({ status })
    expect(await watch.next()).toEqual({ done: true, value: undefined })
    expect(errors).toEqual([])
  })

  test('with the error of an argument, on the first next', async () => {
    const watch = client().watch.users('news')
    expect(await rejection(watch.next())).toMatchObject({ code: 'ERR_PUSHER_INVALID_CHANNEL' })
    expect(
      await rejection(
        client()
          .watch.channels(null as never)
          .next(),
      ),
    ).toMatchObject({
      code: 'ERR_PUSHER_INVALID_PARAMS',
    })
    expect(await rejection(client().watch.channels({ every: -1 }).next())).toMatchObject({
      code: 'ERR_PUSHER_INVALID_PARAMS',
      message: 'options.every is -1, but it is a number of milliseconds from 1 to 2147483647',
    })
  })
})

describe('a watcher outlives', () => {
  test.each([429, 500, 503])('a %i, and tells of it', async (status) => {
    const { answer } = server.http
    const errors: PusherQueryError[] = []
    server.http.answer = () => new Response(null, { status })
    await using watch = client().watch.channel('news', {
      every: 1,
      onError: (error) => {
        if (errors.push(error) === 3) server.http.answer = answer
      },
    })
    expect((await watch.next()).value).toEqual({ occupied: false })
    expect(errors.map((error) => error.status)).toEqual([status, status, status])
    // ky asks again by itself in a single call; a watcher's own next poll is enough.
    expect(server.http.exchanges).toHaveLength(4)
  })

  test.each([
    [
      'throws',
      () => {
        throw new Error('mine')
      },
    ],
    ['rejects', () => Promise.reject(new Error('mine'))],
  ])('an onError that %s', async (_what, fail) => {
    const { answer } = server.http
    server.http.answer = () => new Response(null, { status: 503 })
    await using watch = client().watch.channel('news', {
      every: 1,
      onError: () => {
        server.http.answer = answer
        return fail()
      },
    })
    expect((await watch.next()).value).toEqual({ occupied: false })
  })

  test('a network that is gone, and tells no snapshot again that is known', async () => {
    const { answer } = server.http
    const errors: string[] = []
    await using watch = client().watch.users('presence-room', {
      every: 1,
      onError: ({ code }) => {
        errors.push(code)
        server.http.answer = answer
      },
      timeout: 200,
    })
    await watch.next()
    server.http.answer = () => new Promise(() => {})
    const pending = watch.next()
    await server.http.arrival()
    await server.join({ id: 'ada' }, 'presence-room')
    expect((await pending).value).toEqual({ users: [{ id: 'ada' }] })
    expect(errors).toEqual(['ERR_PUSHER_TIMEOUT'])
  })
})
