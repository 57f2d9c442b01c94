import { event } from '@pusherkit/tests-support'
import { describe, expect, inject, test } from 'vitest'
import { WEBHOOK_APP } from './run/apps.ts'
import type { Delivery } from './run/webhook-receiver.ts'
import { eachServer, unique } from './test-server.ts'

/** Waits for the webhook that tells of one event on one channel. */
async function delivered(
  channel: string,
  name: string,
): Promise<{ headers: Delivery['headers']; rawBody: Buffer }> {
  const answer = await fetch(`${inject('webhookUrl')}?${new URLSearchParams({ channel, name })}`)
  const { headers, body } = (await answer.json()) as Delivery
  return { headers, rawBody: Buffer.from(body, 'base64') }
}

eachServer(['soketi', 'soketi cluster'], (server) => {
  const pusher = () => server.pusher(WEBHOOK_APP)
  const connect = (id = '7') => server.connect({ id }, {}, WEBHOOK_APP)

  /** The event that a webhook tells of, once `pusher.webhook` has found it valid. */
  async function verified(channel: string, name: string): Promise<unknown> {
    const webhook = pusher().webhook(await delivered(channel, name))
    expect(webhook.isValid()).toBe(true)
    expect(Math.abs(webhook.getTime().getTime() - Date.now())).toBeLessThan(60_000)
    return webhook.getEvents()[0]
  }

  test('channel_occupied and channel_vacated', async () => {
    const channel = unique('room=@,.;')
    const client = connect()
    await client.subscribe(channel)
    expect(await verified(channel, 'channel_occupied')).toEqual({ name: 'channel_occupied', channel })
    client.pusher.unsubscribe(channel)
    expect(await verified(channel, 'channel_vacated')).toEqual({ name: 'channel_vacated', channel })
  })

  test('member_added and member_removed', async () => {
    const channel = unique('presence-room')
    const client = connect('a=b@c')
    await client.subscribe(channel)
    const member = { channel, user_id: 'a=b@c' }
    expect(await verified(channel, 'member_added')).toEqual({ name: 'member_added', ...member })
    client.pusher.unsubscribe(channel)
    expect(await verified(channel, 'member_removed')).toEqual({ name: 'member_removed', ...member })
  })

  test('cache_miss', async () => {
    const channel = unique('cache-weather')
    await event(connect().pusher.subscribe(channel), 'pusher:cache_miss')
    expect(await verified(channel, 'cache_miss')).toEqual({ name: 'cache_miss', channel })
  })

  test('rule 12: the data of a client event comes as an object; our client makes it text', async () => {
    const channel = unique('presence-chat')
    const client = connect('7')
    const chat = await client.subscribe(channel)
    chat.trigger('client-typing', { text: 'é "日本"' })
    const { rawBody } = await delivered(channel, 'client_event')
    expect(JSON.parse(rawBody.toString()).events[0].data).toEqual({ text: 'é "日本"' })
    expect(await verified(channel, 'client_event')).toEqual({
      name: 'client_event',
      channel,
      event: 'client-typing',
      data: '{"text":"é \\"日本\\""}',
      socket_id: client.socketId,
      user_id: '7',
    })
  })

  describe('a webhook is not valid', () => {
    test('for a client of another app', async () => {
      const channel = unique('room')
      await connect().subscribe(channel)
      const webhook = await delivered(channel, 'channel_occupied')
      expect(server.pusher().webhook(webhook).isValid()).toBe(false)
      expect(
        server
          .pusher({ ...WEBHOOK_APP, secret: 'no' })
          .webhook(webhook)
          .isValid(),
      ).toBe(false)
    })

    test('when one byte of it was changed', async () => {
      const channel = unique('room')
      await connect().subscribe(channel)
      const { headers, rawBody } = await delivered(channel, 'channel_occupied')
      rawBody[rawBody.indexOf('occupied')] = 'O'.charCodeAt(0)
      expect(pusher().webhook({ headers, rawBody }).isValid()).toBe(false)
    })
  })
})
