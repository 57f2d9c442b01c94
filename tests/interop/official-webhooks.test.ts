import { expect, test } from 'vitest'
import { startReceiver } from '../../packages/emulator/test/webhooks/support/receiver.ts'
import { OfficialStage } from './official-stage.ts'

test('webhook() finds every webhook of the emulator valid, and no other', async () => {
  const receiver = await startReceiver()
  await using stage = await OfficialStage.start({ webhooks: [{ url: receiver.url, vacatedDelay: 0 }] })
  const events: unknown[] = []
  const receive = async (count: number): Promise<void> => {
    for (let left = count; left > 0; left--) {
      const { headers, rawBody } = await receiver.inbox.next()
      const webhook = stage.official.webhook({ headers, rawBody: String(rawBody) })
      expect([webhook.isValid(), webhook.isContentTypeValid(), webhook.isBodyValid()]).toEqual([
        true,
        true,
        true,
      ])
      expect(webhook.getTime().getTime()).toBeGreaterThan(Date.now() - 60_000)
      events.push(...webhook.getEvents())
      const forged = stage.official.webhook({ headers, rawBody: `${rawBody} ` })
      expect(forged.isValid()).toBe(false)
    }
  }

  const ada = stage.connect()
  const room = await ada.subscribe('presence-cache-room')
  await receive(3)
  room.trigger('client-typing', { fast: true })
  await receive(1)
  ada.pusher.unsubscribe('presence-cache-room')
  await receive(2)
  await ada.subscribe('news')
  await receive(2)

  const channel = 'presence-cache-room'
  expect(events).toEqual([
    { name: 'channel_occupied', channel },
    { name: 'member_added', channel, user_id: 'ada' },
    { name: 'cache_miss', channel },
    {
      name: 'client_event',
      channel,
      event: 'client-typing',
      data: '{"fast":true}',
      socket_id: ada.socketId,
      user_id: 'ada',
    },
    { name: 'member_removed', channel, user_id: 'ada' },
    { name: 'channel_vacated', channel },
    { name: 'channel_occupied', channel: 'news' },
    { name: 'subscription_count', channel: 'news', subscription_count: 1 },
  ])
})
