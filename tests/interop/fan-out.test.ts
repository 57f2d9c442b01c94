import { Pusher } from '@pusherkit/core'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { post } from '../../packages/emulator/test/support/api.ts'
import { connect, type RawClient } from '../../packages/emulator/test/support/raw-client.ts'

const CROWD = 5_000
/** How many connect at a time: the system's queue of those who wait to be let in is short. */
const AT_A_TIME = 100

let emulator: Emulator
let pusher: Pusher
const crowd: RawClient[] = []

async function join(): Promise<RawClient> {
  const client = await connect(emulator)
  await client.subscribe('crowd')
  return client
}

beforeAll(async () => {
  const app = { appId: 'app-id', key: 'app-key', secret: 'app-secret' }
  // Larger events than hosted Pusher takes, so that a client that does not read is soon full.
  const limits = { eventDataBytes: 500_000 }
  emulator = await startEmulator({ apps: [{ ...app, limits, subscriptionCounts: false }] })
  pusher = new Pusher(emulator.serverOptions())
  while (crowd.length < CROWD) crowd.push(...(await Promise.all(Array.from({ length: AT_A_TIME }, join))))
}, 60_000)
afterAll(async () => {
  for (const { socket } of crowd) socket.terminate()
  await emulator.close()
})

/** How often each of the crowd heard each event. */
async function heard(): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const frames of await Promise.all(crowd.map((client) => client.settle()))) {
    const names = frames.map(({ event, data }) => `${event} ${data}`).join()
    counts.set(names, (counts.get(names) ?? 0) + 1)
  }
  return counts
}

test('an event reaches 5,000 subscribers, each of them once', async () => {
  await pusher.trigger('crowd', 'news', 'one')
  expect([...(await heard())]).toEqual([['news one', CROWD]])
})

test('all but the one that is left out', async () => {
  await pusher.trigger('crowd', 'news', 'two', { socket_id: crowd[7]?.socketId ?? '' })
  expect([...(await heard())].sort()).toEqual([
    ['', 1],
    ['news two', CROWD - 1],
  ])
})

test('a client that stops reading is closed with 4100, and the others receive everything, in order', async () => {
  const slow = await connect(emulator)
  await slow.subscribe('crowd')
  await slow.subscribe('presence-flood', { user_id: 'slow' })
  slow.socket.pause()

  const isThere = async (): Promise<boolean> => (await pusher.channel('presence-flood')).occupied
  const published: string[] = []
  while ((await isThere()) && published.length < 200) {
    await post(emulator, '/events', { name: 'news', channel: 'presence-flood', data: 'x'.repeat(500_000) })
    await pusher.trigger('crowd', 'news', String(published.length))
    published.push(`news ${published.length}`)
  }

  expect(await isThere()).toBe(false)
  expect([...(await heard())]).toEqual([[published.join(), CROWD]])
  slow.socket.resume()
  expect((await slow.closed).code).toBe(4100)
})
