import { startEmulator } from '@pusherkit/emulator'
import { expect, it } from 'vitest'
import { connect } from '../support/raw-client.ts'
import { APP, startReceiver, verify } from './support/receiver.ts'

const USER = { user_id: 'ü', user_info: {} }

it('the emulator tells of a user who comes, says something, and goes', async () => {
  const { url, inbox } = await startReceiver()
  await using emulator = await startEmulator({ apps: [{ ...APP, webhooks: [{ url, vacatedDelay: 0 }] }] })
  await using client = await connect(emulator)
  const events = async (count: number): Promise<unknown[]> => {
    const told: unknown[] = []
    while (told.length < count) told.push(...verify(await inbox.next()))
    return told
  }
  const channel = 'presence-chat'

  await client.subscribe(channel, USER)
  const came = await events(2)
  client.send({ event: 'client-typing', channel, data: { text: '日本' } })
  const said = await events(1)
  client.send({ event: 'pusher:unsubscribe', data: { channel } })
  const went = await events(2)

  expect(came).toEqual([
    { name: 'channel_occupied', channel },
    { name: 'member_added', channel, user_id: 'ü' },
  ])
  expect(said).toEqual([
    {
      name: 'client_event',
      channel,
      event: 'client-typing',
      data: '{"text":"日本"}',
      socket_id: client.socketId,
      user_id: 'ü',
    },
  ])
  expect(went).toEqual([
    { name: 'member_removed', channel, user_id: 'ü' },
    { name: 'channel_vacated', channel },
  ])
})

it('clients that leave because the emulator closes are not told of', async () => {
  const { url, inbox } = await startReceiver()
  const emulator = await startEmulator({ apps: [{ ...APP, webhooks: [{ url, vacatedDelay: 0 }] }] })
  await using client = await connect(emulator)
  await client.subscribe('presence-chat', USER)
  await inbox.next()
  await inbox.next()

  await emulator.close()

  expect(inbox.all).toHaveLength(2)
})
