import { startEmulator } from '@pusherkit/emulator'
import { expect, it } from 'vitest'
import { connect } from '../support/raw-client.ts'

const OBJECT = 'Invalid message: it must be the text of a JSON object'
const EVENT = 'Invalid message: event must be a string'
const CHANNEL = 'Invalid message: data must be an object with a channel, a string'
const SIGN_IN = 'Invalid message: data must be an object with auth and user_data, both strings'

it.each([
  ['not json', OBJECT],
  ['', OBJECT],
  ['null', OBJECT],
  ['[]', OBJECT],
  ['"text"', OBJECT],
  ['{}', EVENT],
  ['{"event":1}', EVENT],
  ['{"event":"pusher:subscribe"}', CHANNEL],
  ['{"event":"pusher:subscribe","data":null}', CHANNEL],
  ['{"event":"pusher:subscribe","data":{"channel":1}}', CHANNEL],
  [
    '{"event":"pusher:subscribe","data":{"channel":"private-a","auth":1}}',
    'Invalid message: auth must be a string',
  ],
  [
    '{"event":"pusher:subscribe","data":{"channel":"presence-a","channel_data":{}}}',
    'Invalid message: channel_data must be a string',
  ],
  ['{"event":"pusher:unsubscribe","data":"news"}', CHANNEL],
  ['{"event":"pusher:signin"}', SIGN_IN],
  ['{"event":"pusher:signin","data":{"auth":"a","user_data":{}}}', SIGN_IN],
  ['{"event":"greeting"}', 'Unsupported event: "greeting"; an event of your own must start with client-'],
  [
    '{"event":"pusher:what"}',
    'Unsupported event: "pusher:what"; an event of your own must start with client-',
  ],
  ['{"event":"__proto__"}', 'Unsupported event: "__proto__"; an event of your own must start with client-'],
])('%s is an error, and the connection stays open', async (text, message) => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)

  expect(await client.ask(text)).toEqual({ event: 'pusher:error', data: { message } })
  expect(await client.settle()).toEqual([])
})

it('a binary message is an error, and the connection stays open', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)

  client.socket.send(Buffer.from('{"event":"pusher:ping"}'))

  expect(await client.next()).toEqual({
    event: 'pusher:error',
    data: { message: 'Binary messages are not supported' },
  })
  expect(await client.settle()).toEqual([])
})

it('data nested deeper than the stack is an error, and the connection stays open', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)
  await client.subscribe('private-a')

  client.send(
    `{"event":"client-e","channel":"private-a","data":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
  )

  expect((await client.next()).event).toBe('pusher:error')
  expect(await client.settle()).toEqual([])
})

it('a message above 1 MiB closes the connection, and the emulator lives on', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)

  client.send('x'.repeat(1_048_577))

  expect((await client.closed).code).toBe(1009)
  await using other = await connect(emulator)
  expect(await other.settle()).toEqual([])
})

it('a ping is answered with a pong', async () => {
  await using emulator = await startEmulator()
  await using client = await connect(emulator)

  expect(await client.ask({ event: 'pusher:ping', data: {} })).toEqual({ event: 'pusher:pong', data: {} })
})
