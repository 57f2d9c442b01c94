import { startEmulator } from '@pusherkit/emulator'
import { expect, it } from 'vitest'
import { call, post } from '../support/api.ts'
import { connect } from '../support/raw-client.ts'
import { ConsoleClient } from './console-client.ts'

it('begins with the apps, who is there, and what happened', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)
  await client.subscribe('presence-room', { user_id: 'ana', user_info: { name: 'Ana' } })
  await client.signIn({ id: 'ana' })
  await using page = new ConsoleClient(emulator)

  expect(await page.hello()).toMatchObject({
    apps: [{ appId: 'app-id', key: 'app-key' }],
    appId: 'app-id',
    view: {
      connectionCount: 1,
      connections: [
        { socketId: client.socketId, userId: 'ana', channels: ['presence-room'], channelCount: 1 },
      ],
      channelCount: 1,
      channels: [{ name: 'presence-room', subscriptions: 1, users: 1 }],
    },
    entries: [
      { kind: 'connection', state: 'opened' },
      { kind: 'subscription', channel: 'presence-room' },
      { kind: 'signin', userId: 'ana' },
    ],
  })
})

it('begins with the last 200 entries', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)
  for (let n = 0; n < 201; n++) await client.ask({ event: 'pusher:subscribe', data: { channel: `c-${n}` } })
  await using page = new ConsoleClient(emulator)

  const { entries } = await page.hello()

  expect(entries).toHaveLength(200)
  expect(entries.at(-1)).toMatchObject({ kind: 'subscription', channel: 'c-200' })
})

it('tells what happens next, and who is there then', async () => {
  await using emulator = await startEmulator()
  await using page = new ConsoleClient(emulator)
  await page.hello()
  await using client = await connect(emulator)
  await client.subscribe('news')
  await post(emulator, '/events', { name: 'e', channel: 'news', data: '{"a":1}' })

  const kinds: string[] = []
  while (!kinds.includes('request')) {
    kinds.push(...(await page.next('entries')).entries.map(({ kind }) => kind))
  }
  expect(kinds).toEqual(['connection', 'subscription', 'event', 'request'])
  let { view } = await page.next('view')
  while (view.channelCount === 0) view = (await page.next('view')).view
  expect(view.channels).toEqual([{ name: 'news', subscriptions: 1 }])
})

it('shows 300 of a burst of events at once, and counts the others', async () => {
  await using emulator = await startEmulator()
  await using page = new ConsoleClient(emulator)
  await page.hello()
  const channels = Array.from({ length: 100 }, (_, n) => `c-${n}`)
  const publish = (): Promise<unknown> => post(emulator, '/events', { name: 'e', channels, data: '{}' })
  await Promise.all(Array.from({ length: 50 }, publish))

  let [shown, skipped] = [0, 0]
  while (shown + skipped < 5_050) {
    const message = await page.next('entries')
    shown += message.entries.length
    skipped += message.skipped
  }

  expect(shown + skipped).toBe(5_050)
  expect(shown).toBeGreaterThanOrEqual(300)
  expect(shown).toBeLessThan(1_000)
})

it('cuts long texts, and nothing that is as large as an event may be', async () => {
  await using emulator = await startEmulator({
    apps: [{ appId: 'app-id', key: 'app-key', secret: 'app-secret', limits: { eventDataBytes: 100_000 } }],
  })
  await using page = new ConsoleClient(emulator)
  await post(emulator, '/events', { name: 'e', channel: 'c', data: 'x'.repeat(10_240) })
  await post(emulator, '/events', { name: 'e', channel: 'c', data: 'x'.repeat(20_000) })

  const events = (await page.hello()).entries.filter((entry) => entry.kind === 'event')

  expect(events.map(({ data }) => data.length)).toEqual([10_240, 16_384 + '… (3616 characters more)'.length])
})

it('shows a channel in detail: members, subscriptions, the cached event', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)
  await client.subscribe('presence-cache-room', { user_id: 'ana', user_info: { name: 'Ana' } })
  await post(emulator, '/events', { name: 'e', channel: 'presence-cache-room', data: '{}' })
  await using page = new ConsoleClient(emulator)
  await page.hello()
  page.send({ type: 'channel', channel: 'presence-cache-room' })

  expect((await page.next('view')).view.channel).toEqual({
    name: 'presence-cache-room',
    subscriptions: 1,
    socketIds: [client.socketId],
    users: 1,
    members: [{ id: 'ana', info: { name: 'Ana' } }],
    cached: { event: 'e', data: '{}' },
  })

  page.send({ type: 'channel', channel: undefined })
  expect((await page.next('view')).view.channel).toBeUndefined()
})

it('is about one app at a time, and about what happened in none', async () => {
  const app = (n: number) => ({ appId: `id-${n}`, key: `key-${n}`, secret: `secret-${n}` })
  await using emulator = await startEmulator({ apps: [app(1), app(2)] })
  const body = '{"name":"e","channel":"c","data":""}'
  await call(emulator, { method: 'POST', path: '/apps/id-2/events', body, ...app(2) })
  await call(emulator, { method: 'GET', path: '/apps/no-such-app/channels' })
  await using page = new ConsoleClient(emulator)

  const { entries } = await page.hello()
  expect(entries).toMatchObject([{ kind: 'request', path: '/apps/no-such-app/channels', status: 404 }])

  page.send({ type: 'app', appId: 'id-2' })
  const second = await page.next('snapshot')
  expect(second.appId).toBe('id-2')
  expect(second.entries.map(({ kind }) => kind)).toEqual(['event', 'request', 'request'])
  expect(JSON.stringify(second)).not.toContain('secret-')
})

it('publishes: the event arrives, and the answer comes back', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)
  await client.subscribe('news')
  await using page = new ConsoleClient(emulator)
  await page.hello()
  page.send({ type: 'publish', id: 7, channel: 'news', event: 'e', data: '{"a":1}' })

  expect(await client.next()).toEqual({ event: 'e', channel: 'news', data: '{"a":1}' })
  expect(await page.next('answer')).toEqual({ type: 'answer', id: 7, status: 200, body: '{}' })
  expect((await page.next('entries')).entries.map(({ kind }) => kind)).toEqual(['event', 'request'])
})

it.each([
  ['no spaces', 'e', '', 400, /^Invalid channel name "no spaces"/],
  ['c', '', '', 400, /^Invalid event name ""/],
  ['c', 'e', 'x'.repeat(10_241), 413, /^The data content of this event exceeds/],
])('tells why an event is refused: %s, %s', async (channel, event, data, status, body) => {
  await using emulator = await startEmulator()
  await using page = new ConsoleClient(emulator)
  await page.hello()
  page.send({ type: 'publish', id: 1, channel, event, data })

  expect(await page.next('answer')).toMatchObject({ status, body: expect.stringMatching(body) })
})

it.each(['no JSON', '{}', '{"type":"publish"}', '{"type":"app","appId":1}', '[]'])(
  'a page that says %s is closed',
  async (text) => {
    await using emulator = await startEmulator()
    await using page = new ConsoleClient(emulator)
    await page.hello()
    page.send(text)

    expect(await page.closed).toEqual({ code: 4400, reason: 'This is no message of the console' })
  },
)

it('is told that the emulator closes', async () => {
  const emulator = await startEmulator()
  await using page = new ConsoleClient(emulator)
  await page.hello()
  await emulator.close()

  expect(await page.closed).toEqual({ code: 1001, reason: 'The emulator is closing' })
})
