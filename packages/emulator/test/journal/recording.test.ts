import { inspect } from 'node:util'
import type { AppOptions } from '@pusherkit/emulator'
import { describe, expect, it } from 'vitest'
import { createAppTable } from '../../src/apps/app-table.ts'
import { createRequestFaults } from '../../src/faults/request-faults.ts'
import { createJournal } from '../../src/journal/create-journal.ts'
import type { JournalEntry } from '../../src/journal/entry.ts'
import { readSettings } from '../../src/options/settings.ts'
import { startServer } from '../../src/server/start-server.ts'
import { call, get, post } from '../support/api.ts'
import { ManualClock } from '../support/manual-clock.ts'
import { connect, dial } from '../support/raw-client.ts'
import { unexpected } from '../support/unexpected.ts'
import { startReceiver } from '../webhooks/support/receiver.ts'

/** A server whose journal can be read, with the stamps left out. */
async function serve(options: Partial<AppOptions> = {}) {
  const apps = [{ appId: 'app-id', key: 'app-key', secret: 'app-secret', ...options }]
  const settings = readSettings({ apps, activityTimeout: 86_400 })
  const clock = new ManualClock()
  const world = { clock, random: Math.random, warn: unexpected }
  const journal = createJournal(10_000, world)
  const table = createAppTable(settings.apps, world, journal)
  const faults = createRequestFaults(clock.schedule)
  const server = await startServer({ settings, apps: table, journal, faults, world })
  const next = (accepts: (entry: JournalEntry) => boolean): Promise<JournalEntry> =>
    new Promise((resolve) => journal.subscribe((entry) => accepts(entry) && resolve(entry)))
  return {
    url: `http://127.0.0.1:${server.port}`,
    journal,
    clock,
    next,
    news: () => journal.entries.map(({ seq, at, appId, ...news }) => news),
    [Symbol.asyncDispose]: server.close,
  }
}

describe('the journal records', () => {
  it('a client that comes, subscribes, signs in, and goes', async () => {
    await using served = await serve()
    const client = await connect(served)
    await client.subscribe('presence-room', { user_id: 'ada' })
    await client.signIn({ id: 'ada' })
    const gone = served.next((entry) => entry.kind === 'connection' && entry.state === 'closed')

    client.socket.close(1000)
    await gone

    const { socketId } = client
    const [channel, userId] = ['presence-room', 'ada']
    expect(served.news()).toEqual([
      { kind: 'connection', state: 'opened', socketId },
      { kind: 'subscription', state: 'subscribed', channel, socketId, userId },
      { kind: 'signin', socketId, userId },
      { kind: 'subscription', state: 'unsubscribed', channel, socketId, userId },
      { kind: 'connection', state: 'closed', socketId, code: 1000 },
    ])
  })

  it('a client that is closed, and why', async () => {
    await using served = await serve({ userAuthentication: true })
    await using client = await connect(served)

    served.clock.advance(30_000)

    const { socketId } = client
    const message = 'Connection not authorized within timeout'
    expect(served.news().slice(1)).toEqual([
      { kind: 'error', socketId, message, code: 4009 },
      { kind: 'connection', state: 'closed', socketId, code: 4009, reason: message },
    ])
  })

  it('a client that is refused: it has no socket id, and perhaps no app', async () => {
    await using served = await serve()
    await using client = dial(served, '/app/nobody?protocol=7')
    await client.closed

    const message = 'App does not exist: no app has the key "nobody"'
    expect(served.journal.entries).toMatchObject([
      { appId: '', kind: 'error', socketId: '', message, code: 4001 },
      { appId: '', kind: 'connection', state: 'closed', socketId: '', code: 4001, reason: message },
    ])
  })

  it('an event once for each channel, however many get it', async () => {
    await using served = await serve()
    await using one = await connect(served)
    await using two = await connect(served)
    await one.subscribe('a')
    await two.subscribe('a')

    await post(served, '/events', { name: 'e', channels: ['a', 'b'], data: '1', socket_id: one.socketId })

    const excluded = one.socketId
    expect(served.news().filter(({ kind }) => kind === 'event')).toEqual([
      { kind: 'event', channel: 'a', event: 'e', data: '1', excluded, recipients: 1 },
      { kind: 'event', channel: 'b', event: 'e', data: '1', excluded, recipients: 0 },
    ])
  })

  it('an event of a client', async () => {
    await using served = await serve()
    await using client = await connect(served)
    await client.subscribe('presence-room', { user_id: 'ada' })

    client.send({ event: 'client-typing', channel: 'presence-room', data: { at: 5 } })
    await client.settle()

    expect(served.news().at(-1)).toEqual({
      kind: 'client_event',
      channel: 'presence-room',
      event: 'client-typing',
      data: '{"at":5}',
      socketId: client.socketId,
      userId: 'ada',
    })
  })

  it('a request, without what authenticates it', async () => {
    await using served = await serve()

    await get(served, '/channels', { filter_by_prefix: 'presence-', info: 'user_count' })

    expect(served.news()).toEqual([
      {
        kind: 'request',
        method: 'GET',
        path: '/apps/app-id/channels',
        query: { filter_by_prefix: 'presence-', info: 'user_count' },
        body: '',
        status: 200,
        answer: '{"channels":{}}',
      },
    ])
  })

  it.each([
    [404, { method: 'GET', path: '/apps/nobody/channels' }, 'nobody'],
    [404, { method: 'GET', path: '/somewhere' }, ''],
    [401, { method: 'GET', path: '/apps/app-id/channels', secret: 'wrong' }, 'app-id'],
    [400, { method: 'POST', path: '/apps/app-id/events', body: 'no json' }, 'app-id'],
    [413, { method: 'POST', path: '/apps/app-id/events', body: 'x'.repeat(1_048_577) }, 'app-id'],
  ] as const)('a request that is refused with %i', async (status, request, appId) => {
    await using served = await serve()

    const { body } = await call(served, request)

    expect(served.journal.entries).toMatchObject([{ kind: 'request', status, appId }])
    if (status !== 401) expect(served.journal.entries).toMatchObject([{ answer: body }])
  })

  it('64 KiB of a body, and no half characters', async () => {
    await using served = await serve()

    await call(served, { method: 'POST', path: '/apps/app-id/events', body: `x${'ü'.repeat(40_000)}` })

    expect(served.news()).toMatchObject([{ body: `x${'ü'.repeat(32_767)}` }])
  })

  it('what a client was told was wrong, on which channel', async () => {
    await using served = await serve()
    await using client = await connect(served)

    client.send({ event: 'pusher:subscribe', data: { channel: 'private-a', auth: 'other:1' } })
    client.send('no json')
    await client.settle()

    const { socketId } = client
    expect(served.news().slice(1)).toEqual([
      {
        kind: 'error',
        socketId,
        message: 'Invalid key in subscription auth data: "other"',
        code: 4009,
        channel: 'private-a',
      },
      { kind: 'error', socketId, message: 'Invalid message: it must be the text of a JSON object' },
    ])
  })

  it('every try to deliver a webhook', async () => {
    const { url } = await startReceiver(500)
    await using served = await serve({ webhooks: [{ url, events: ['channel_occupied'] }] })
    await using client = await connect(served)
    const first = served.next(({ kind }) => kind === 'webhook')
    await client.subscribe('a')

    expect(await first).toMatchObject({ appId: 'app-id', delivery: { attempt: 1, status: 500 } })
    const second = served.next(({ kind }) => kind === 'webhook')
    served.clock.advance(1_000)
    expect(await second).toMatchObject({ delivery: { attempt: 2, status: 200, delivered: true } })
  })
})

it('the journal holds no secret and no signature, also not one that is wrong', async () => {
  await using served = await serve()
  await using client = await connect(served)
  await client.subscribe('private-a')
  await client.signIn({ id: 'ada' })
  const wrong = 'ab'.repeat(32)

  client.send({ event: 'pusher:subscribe', data: { channel: 'private-b', auth: `app-key:${wrong}` } })
  await client.settle()
  await post(served, '/events', { name: 'e', channel: 'a', data: '1' })
  await call(served, { method: 'GET', path: '/apps/app-id/channels', secret: 'app-secret-of-others' })

  const text = inspect(served.journal.entries, { depth: 10 })
  expect(served.news().at(-1)).toMatchObject({ status: 401 })
  expect(text).toContain('Invalid signature: Expected HMAC SHA256 hex digest of')
  expect(text).not.toMatch(/app-secret|auth_signature|[0-9a-f]{64}/)
})
