import { readFileSync } from 'node:fs'
import { Pusher } from '@pusherkit/core'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { createEncryption } from '@pusherkit/encryption'
import { authorizedBy, event, JsClient } from '@pusherkit/tests-support'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

// The tests that Pusher's "Server library reference specification" asks every library for, by their names. Those of
// webhooks are in packages/core/test/webhook/specification.test.ts.

const masterKeyBase64 = Buffer.alloc(32, 7).toString('base64')
let emulator: Emulator
let pusher: Pusher
let clients: JsClient[]
beforeEach(async () => {
  emulator = await startEmulator()
  pusher = new Pusher({ ...emulator.serverOptions(), encryption: createEncryption({ masterKeyBase64 }) })
  clients = []
})
afterEach(async () => {
  for (const client of clients) client[Symbol.dispose]()
  await emulator.close()
})

/** A client whose subscriptions `pusher` authorizes. */
function connect(id = '1'): JsClient {
  const user = { id, user_info: { name: `user ${id}` } }
  const client = new JsClient(emulator, user, authorizedBy(pusher, user))
  clients.push(client)
  return client
}

describe('trigger', () => {
  test.each([
    ['testPostEventToChannelSucceedsForPublicChannel', 'news'],
    ['testPostEventToChannelSucceedsForPrivateChannel', 'private-news'],
    ['testPostEventToChannelSucceedsForEncryptedChannel', 'private-encrypted-news'],
  ])('%s', async (_name, channel) => {
    const received = event(await connect().subscribe(channel), 'created')
    const response = await pusher.trigger(channel, 'created', { text: 'hello' })
    expect(await received).toEqual({ text: 'hello' })
    expect([response.status, await response.json()]).toEqual([200, {}])
  })

  test('testPostEventToChannelSucceedsForValidMultichannelEvent', async () => {
    const client = connect()
    const received = [
      event(await client.subscribe('news'), 'created'),
      event(await client.subscribe('private-news'), 'created'),
    ]
    await pusher.trigger(['news', 'private-news'], 'created', 'hello')
    expect(await Promise.all(received)).toEqual(['hello', 'hello'])
  })

  test('testPostEventToChannelFailsForInvalidMultichannelEvent', async () => {
    const call = pusher.trigger(['news', 'private-encrypted-news'], 'created', 'hello')
    await expect(call).rejects.toMatchObject({ code: 'ERR_PUSHER_INVALID_CHANNEL', parameter: 'channels' })
  })
})

describe('triggerBatch', () => {
  test('testPostBatchEventsToChannelSucceedsForSingleChannelEvents', async () => {
    const client = connect()
    const received = [
      event(await client.subscribe('news'), 'created'),
      event(await client.subscribe('private-encrypted-news'), 'removed'),
    ]
    await pusher.triggerBatch([
      { channel: 'news', name: 'created', data: { a: 1 } },
      { channel: 'private-encrypted-news', name: 'removed', data: { a: 2 } },
    ])
    expect(await Promise.all(received)).toEqual([{ a: 1 }, { a: 2 }])
  })

  test('testPostBatchEventsToChannelFailsForMultichannelEvents', async () => {
    const many = { channels: ['news', 'private-news'], name: 'created', data: 'hello' }
    // @ts-expect-error: the types do not have it either
    await expect(pusher.triggerBatch([many])).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_BATCH',
      parameter: 'batch[0].channels',
    })
    const refused = pusher.post({ path: '/batch_events', body: { batch: [many] } })
    await expect(refused).rejects.toMatchObject({ code: 'ERR_PUSHER_REQUEST', status: 400 })
  })

  test('testPostBatchEventsToChannelFailsForTooLargeBatch', async () => {
    const batch = Array.from({ length: 11 }, () => ({ channel: 'news', name: 'created', data: 'hello' }))
    await expect(pusher.triggerBatch(batch)).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_BATCH',
      limit: 10,
    })
    const refused = pusher.post({ path: '/batch_events', body: { batch } })
    await expect(refused).rejects.toMatchObject({ code: 'ERR_PUSHER_REQUEST', status: 400 })
  })
})

describe('authorizeChannel', () => {
  test('testAuthenticatePrivateChannelSucceeds', async () => {
    const channel = await connect().subscribe('private-news')
    expect(channel.subscribed).toBe(true)
    const elsewhere = new Pusher({ appId: '3', key: '278d425bdf160c739803', secret: '7ad3773142a6692b25b8' })
    // The worked example of the documentation.
    expect(elsewhere.authorizeChannel('1234.1234', 'private-foobar')).toEqual({
      auth: '278d425bdf160c739803:58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4',
    })
  })

  test('testAuthenticatePresenceChannelSucceeds', async () => {
    const channel = await connect('7').subscribe('presence-room')
    expect(channel.subscribed).toBe(true)
    expect(await pusher.users('presence-room')).toEqual({ users: [{ id: '7' }] })
  })

  test('testAuthenticatePresenceChannelWithUserInfoSucceeds', async () => {
    const room = await connect('1').subscribe('presence-room')
    const added = event(room, 'pusher:member_added')
    await connect('2').subscribe('presence-room')
    expect(await added).toEqual({ id: '2', info: { name: 'user 2' } })
  })

  test('testAuthenticatePresenceChannelWithMissingUserDataFails', () => {
    expect(() => pusher.authorizeChannel('123.456', 'presence-room')).toThrow(
      expect.objectContaining({ code: 'ERR_PUSHER_INVALID_USER_ID', parameter: 'data' }),
    )
  })

  test('testAuthenticateEncryptedChannelSucceeds', async () => {
    const channel = await connect().subscribe('private-encrypted-news')
    expect(channel.subscribed).toBe(true)
    expect(pusher.authorizeChannel('123.456', 'private-encrypted-news')).toEqual({
      auth: expect.stringMatching(/^app-key:[0-9a-f]{64}$/),
      shared_secret: Buffer.from(pusher.channelSharedSecret('private-encrypted-news')).toString('base64'),
    })
  })

  test('testAuthenticatePublicChannelFails', () => {
    expect(() => pusher.authorizeChannel('123.456', 'news')).toThrow(
      expect.objectContaining({ code: 'ERR_PUSHER_INVALID_CHANNEL', parameter: 'channel' }),
    )
  })
})

describe('queries', () => {
  test('testGetChannelsSucceeds', async () => {
    await connect('1').subscribe('news')
    await connect('2').subscribe('presence-room')
    expect(await pusher.channels()).toEqual({ channels: { news: {}, 'presence-room': {} } })
    expect(await pusher.channels({ prefix: 'presence-', info: 'user_count' })).toEqual({
      channels: { 'presence-room': { user_count: 1 } },
    })
  })

  test('testGetChannelsFailsForInvalidAttributes', async () => {
    // @ts-expect-error: the types do not have it either
    await expect(pusher.channels({ prefix: 'presence-', info: 'age' })).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_PARAMS',
      parameter: 'options.info',
    })
    const refused = pusher.get({ path: '/channels', params: { filter_by_prefix: 'presence-', info: 'age' } })
    await expect(refused).rejects.toMatchObject({ code: 'ERR_PUSHER_REQUEST', status: 400 })
  })

  test('testGetChannelInfoSucceeds', async () => {
    await connect().subscribe('presence-room')
    expect(await pusher.channel('presence-room', { info: 'user_count' })).toEqual({
      occupied: true,
      user_count: 1,
    })
    expect(await pusher.channel('news')).toEqual({ occupied: false })
  })

  test('testGetChannelInfoFailsForInvalidAttributes', async () => {
    // @ts-expect-error: the types do not have it either
    await expect(pusher.channel('presence-room', { info: 'age' })).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_PARAMS',
      parameter: 'options.info',
    })
    const unavailable = pusher.channel('news', { info: 'user_count' })
    await expect(unavailable).rejects.toMatchObject({ code: 'ERR_PUSHER_REQUEST', status: 400 })
  })

  test('testGetUsersForChannelSucceedsForPresenceChannel', async () => {
    await connect('1').subscribe('presence-room')
    await connect('2').subscribe('presence-room')
    expect(await pusher.users('presence-room')).toEqual({ users: [{ id: '1' }, { id: '2' }] })
  })

  test('testGetUsersForChannelFailsForPublicChannel', async () => {
    await expect(pusher.users('news')).rejects.toMatchObject({ code: 'ERR_PUSHER_INVALID_CHANNEL' })
    const refused = pusher.get({ path: '/channels/news/users' })
    await expect(refused).rejects.toMatchObject({ code: 'ERR_PUSHER_REQUEST', status: 400 })
  })
})

test('all the named tests of the specification exist', () => {
  const files = ['./specification.test.ts', '../../packages/core/test/webhook/specification.test.ts']
  const text = files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const names = [...text.matchAll(/^ *(?:test\(|\[)'(test[A-Z]\w+)', /gm)].map(([, name]) => name)
  expect(names.sort()).toEqual([
    'testAuthenticateEncryptedChannelSucceeds',
    'testAuthenticatePresenceChannelSucceeds',
    'testAuthenticatePresenceChannelWithMissingUserDataFails',
    'testAuthenticatePresenceChannelWithUserInfoSucceeds',
    'testAuthenticatePrivateChannelSucceeds',
    'testAuthenticatePublicChannelFails',
    'testGetChannelInfoFailsForInvalidAttributes',
    'testGetChannelInfoSucceeds',
    'testGetChannelsFailsForInvalidAttributes',
    'testGetChannelsSucceeds',
    'testGetUsersForChannelFailsForPublicChannel',
    'testGetUsersForChannelSucceedsForPresenceChannel',
    'testInvalidPusherKeyHeaderWebhookFails',
    'testInvalidPusherSignatureHeaderWebhookFails',
    'testMissingBodyDataWebhookFails',
    'testMissingPusherKeyHeaderWebhookFails',
    'testMissingPusherSignatureHeaderWebhookFails',
    'testPostBatchEventsToChannelFailsForMultichannelEvents',
    'testPostBatchEventsToChannelFailsForTooLargeBatch',
    'testPostBatchEventsToChannelSucceedsForSingleChannelEvents',
    'testPostEventToChannelFailsForInvalidMultichannelEvent',
    'testPostEventToChannelSucceedsForEncryptedChannel',
    'testPostEventToChannelSucceedsForPrivateChannel',
    'testPostEventToChannelSucceedsForPublicChannel',
    'testPostEventToChannelSucceedsForValidMultichannelEvent',
    'testVerifyChannelOccupiedWebhookSucceeds',
    'testVerifyChannelVacatedWebhookSucceeds',
    'testVerifyClientEventWebhookSucceeds',
    'testVerifyMemberAddedWebhookSucceeds',
    'testVerifyMemberRemovedWebhookSucceeds',
  ])
})
