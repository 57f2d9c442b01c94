import { Pusher } from '@pusherkit/core'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { event, JsClient } from '@pusherkit/tests-support'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runSnippet, snippets } from './run-snippet.ts'

// Every Node snippet of the page "HTTP API interaction" of the public documentation, run as it stands there.

let emulator: Emulator
let clients: JsClient[]
beforeEach(async () => {
  emulator = await startEmulator({ apps: [{ appId: 'APP_ID', key: 'APP_KEY', secret: 'APP_SECRET' }] })
  clients = []
})
afterEach(async () => {
  for (const client of clients) client[Symbol.dispose]()
  await emulator.close()
})

function connect(id: string): JsClient {
  const client = new JsClient(emulator, { id })
  clients.push(client)
  return client
}

test('all the snippets of the page are here', () => {
  expect(snippets).toEqual([
    ['01-publishing-events.js', 'Publishing events'],
    ['02-publish-on-a-single-channel.js', 'Publish an event on a single channel'],
    ['03-publish-on-multiple-channels.js', 'Publish an event on multiple channels'],
    ['04-counts-at-publish.js', 'Fetch subscriber and user counts at the time of publish'],
    ['05-publishing-batches.js', 'Publishing batches of events'],
    ['06-counts-at-batch-publish.js', 'Fetch subscriber and user counts at the time of batch publish'],
    ['07-querying-application-state.js', 'Querying application state'],
    ['08-application-channels.js', 'Application channels'],
    ['09-channel-information.js', 'Channel information'],
    ['10-presence-users.js', 'Presence users'],
  ])
})

describe('Publishing events', () => {
  const variables = { channels: 'my-channel', event: 'my-event', data: { some: 'data' } }

  test('reaches everybody but the socket that is excluded', async () => {
    const [sender, other] = [connect('1'), connect('2')]
    const channels = [await sender.subscribe('my-channel'), await other.subscribe('my-channel')]
    const seen: unknown[][] = [[], []]
    channels.forEach((channel, index) => {
      channel.bind('my-event', (data: unknown) => seen[index]?.push(data))
    })
    const ended = channels.map((channel) => event(channel, 'end'))
    const run = await runSnippet('01-publishing-events.js', emulator, {
      ...variables,
      socketId: sender.socketId,
    })
    await new Pusher(emulator.serverOptions()).trigger('my-channel', 'end', null)
    await Promise.all(ended)
    expect(seen).toEqual([[], [{ some: 'data' }]])
    expect([run.answers[0]?.status, run.output]).toEqual([200, ''])
  })

  test('goes to several channels as well, and without an excluded socket', async () => {
    const client = connect('1')
    const received = [
      event(await client.subscribe('my-channel-1'), 'my-event'),
      event(await client.subscribe('my-channel-2'), 'my-event'),
    ]
    const channels = ['my-channel-1', 'my-channel-2']
    await runSnippet('01-publishing-events.js', emulator, { ...variables, channels, socketId: undefined })
    expect(await Promise.all(received)).toEqual([{ some: 'data' }, { some: 'data' }])
  })

  test('catches the error when the publish is refused, and prints it', async () => {
    const secret = 'another'
    await using elsewhere = await startEmulator({ apps: [{ appId: 'APP_ID', key: 'APP_KEY', secret }] })
    const run = await runSnippet('01-publishing-events.js', elsewhere, { ...variables, socketId: undefined })
    expect(run.answers).toEqual([])
    expect(run.output).toMatch(/^PusherRequestError: POST http:.*\/apps\/APP_ID\/events was answered 401/)
  })
})

test('Publish an event on a single channel', async () => {
  const received = event(await connect('1').subscribe('my-channel'), 'my-event')
  await runSnippet('02-publish-on-a-single-channel.js', emulator)
  expect(await received).toEqual({ message: 'hello world' })
})

test('Publish an event on multiple channels', async () => {
  const client = connect('1')
  const received = [
    event(await client.subscribe('my-channel-1'), 'my-event'),
    event(await client.subscribe('my-channel-2'), 'my-event'),
    event(await client.subscribe('my-channel-3'), 'my-event'),
  ]
  await runSnippet('03-publish-on-multiple-channels.js', emulator)
  const message = { message: 'hello world' }
  expect(await Promise.all(received)).toEqual([message, message, message])
})

test('Fetch subscriber and user counts at the time of publish', async () => {
  const client = connect('1')
  const received = event(await client.subscribe('my-channel'), 'my-event')
  await client.subscribe('presence-my-channel')
  await connect('2').subscribe('presence-my-channel')
  const channels = ['my-channel', 'presence-my-channel']
  const { answers, taken } = await runSnippet('04-counts-at-publish.js', emulator, { channels })
  expect(await received).toEqual({ message: 'hello world' })
  expect(answers[0]?.status).toBe(200)
  expect(taken).toEqual([
    [
      'channels',
      {
        'my-channel': { subscription_count: 1 },
        'presence-my-channel': { subscription_count: 2, user_count: 2 },
      },
    ],
  ])
})

test('Publishing batches of events', async () => {
  const client = connect('1')
  const received = [
    event(await client.subscribe('my-channel-1'), 'my-event-1'),
    event(await client.subscribe('my-channel-2'), 'my-event-2'),
  ]
  const { answers } = await runSnippet('05-publishing-batches.js', emulator)
  expect(await Promise.all(received)).toEqual([
    { message: 'hello world' },
    { message: 'hello another world' },
  ])
  expect(await answers[0]?.text()).toBe('{}')
})

test('Fetch subscriber and user counts at the time of batch publish', async () => {
  const client = connect('1')
  const received = [
    event(await client.subscribe('my-channel'), 'event'),
    event(await client.subscribe('presence-my-channel'), 'event'),
  ]
  await connect('2').subscribe('presence-my-channel')
  const { output, taken } = await runSnippet('06-counts-at-batch-publish.js', emulator)
  expect(await Promise.all(received)).toEqual(['test1', 'test2'])
  expect(taken).toEqual([['batch', [{ subscription_count: 1 }, { user_count: 2, subscription_count: 2 }]]])
  expect(output).toBe(
    'channel: my-channel, name: event, subscription_count:1\n' +
      'channel: presence-my-channel, name: event, subscription_count:2, user_count: 2\n',
  )
})

test('Querying application state', async () => {
  await connect('1').subscribe('presence-my-channel')
  const { answers } = await runSnippet('07-querying-application-state.js', emulator, {
    path: '/channels',
    params: { filter_by_prefix: 'presence-', info: 'user_count' },
  })
  expect(answers.map(({ status, ok }) => ({ status, ok }))).toEqual([{ status: 200, ok: true }])
  expect(await answers[0]?.text()).toBe('{"channels":{"presence-my-channel":{"user_count":1}}}')
})

test('Application channels', async () => {
  await connect('1').subscribe('my-channel')
  await connect('2').subscribe('presence-my-channel')
  const { taken } = await runSnippet('08-application-channels.js', emulator)
  expect(taken).toEqual([['channels', { 'my-channel': {}, 'presence-my-channel': {} }]])
})

test('Channel information, whose snippet looks for `channels` where the API documents `occupied`', async () => {
  await connect('1').subscribe('channel-name')
  const { answers, taken } = await runSnippet('09-channel-information.js', emulator)
  expect(taken).toEqual([['channels', undefined]])
  expect(await answers[0]?.text()).toBe('{"occupied":true}')
})

test('Presence users', async () => {
  await connect('1').subscribe('presence-channel-name')
  await connect('2').subscribe('presence-channel-name')
  const { taken } = await runSnippet('10-presence-users.js', emulator)
  expect(taken).toEqual([['users', [{ id: '1' }, { id: '2' }]]])
})
