import { signWebhook } from '@pusherkit/core'
import type { Channel } from 'pusher-js'
import { expect, test } from 'vitest'
import { stage } from './support.ts'

/** Waits for a line of the webhook log. */
const told = (log: Channel, text: string): Promise<void> =>
  new Promise((resolve) => {
    log.bind('webhook', (entry: { text: string }) => entry.text === text && resolve())
  })

test('what the Channels server tells is in the log, live', async () => {
  const { person } = await stage()
  const [ana, ben] = [await person('Ana'), await person('Ben')]
  const joined = told(await ana.subscribe('private-webhooks'), 'Ben joined presence-cache-lobby')
  await ben.subscribe('presence-cache-lobby')
  await joined
  expect((await ana.ask('GET', '/state')).body).toMatchObject({
    log: expect.arrayContaining([
      {
        number: expect.any(Number),
        name: 'member_added',
        text: 'Ben joined presence-cache-lobby',
        at: expect.any(Number),
      },
    ]),
  })
})

test('somebody who left without signing out gives the name back, and is host no longer', async () => {
  const { person } = await stage()
  const [ana, ben] = [await person('Ana'), await person('Ben')]
  await ana.subscribe('presence-cache-lobby')
  await ben.subscribe('presence-cache-lobby')
  expect((await ben.ask('GET', '/state')).body).toMatchObject({ host: ana.id })
  const left = told(await ben.subscribe('private-webhooks'), 'Ana left presence-cache-lobby')
  ana.pusher.disconnect()
  await left
  expect((await ben.ask('GET', '/state')).body).toMatchObject({ host: ben.id })
  await person('Ana')
})

test('a webhook that the Channels server did not sign is refused', async () => {
  const { chat, person } = await stage()
  const ana = await person('Ana')
  const post = (secret: string) => {
    const events = [{ name: 'member_added', channel: 'presence-cache-lobby', user_id: ana.id }] as const
    const { headers, rawBody } = signWebhook({ key: 'app-key', secret }, { time_ms: Date.now(), events })
    return fetch(`${chat.url}/pusher/webhooks`, { method: 'POST', headers, body: rawBody })
  }
  expect((await post('guessed')).status).toBe(401)
  expect((await post('app-secret')).status).toBe(200)
})
