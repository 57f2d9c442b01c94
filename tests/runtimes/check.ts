import { deepStrictEqual } from 'node:assert'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { startEmulator } from '@pusherkit/emulator'
import { JsClient } from '@pusherkit/tests-support'
import type { Task } from './program/exercise.ts'

const CHANNEL_AUTH = '278d425bdf160c739803:58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4'
const USER_AUTH = '278d425bdf160c739803:4708d583dada6a56435fb8bc611c77c359a31eebde13337c16ab43aa6de336ba'

/** What every runtime has to report. The signatures are the ones that the protocol's documentation prints. */
const REPORT = {
  trigger: 200,
  triggerBatch: 200,
  channels: { 'private-runtimes': {} },
  channelAuth: CHANNEL_AUTH,
  userAuth: USER_AUTH,
  authorizeChannel: { auth: CHANNEL_AUTH },
  authenticateUser: { auth: USER_AUTH, user_data: '{"id":"12345"}' },
  webhook: [{ name: 'channel_occupied', channel: 'é' }],
  forgedWebhook: false,
  refused: 'ERR_PUSHER_NETWORK',
  givenAway: [],
}

/** What the subscriber has to receive, in this order. */
const EVENTS = [
  ['greeting', { text: 'Grüße, 日本 👋' }],
  ['first', [1]],
  ['second', 'x'.repeat(10_000)],
]

/** Runs the program against an emulator of its own with a real subscriber. Throws when anything is not as it should be. */
export async function check(run: (task: Task) => Promise<unknown>): Promise<void> {
  await using emulator = await startEmulator()
  using client = new JsClient(emulator)
  const channel = await client.subscribe('private-runtimes')
  const events: unknown[] = []
  const received = new Promise<void>((resolve) => {
    channel.bind_global((name: string, data: unknown) => {
      if (events.push([name, data]) === EVENTS.length) resolve()
    })
  })

  deepStrictEqual(await run({ server: emulator.serverOptions(), closedPort: await closedPort() }), REPORT)
  await Promise.race([received, once(AbortSignal.timeout(10_000), 'abort')])
  deepStrictEqual(events, EVENTS)
}

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
