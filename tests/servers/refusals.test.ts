import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { eachServer, unique } from './test-server.ts'

eachServer(['emulator', 'soketi', 'soketi cluster'], (server) => {
  const wrongSecret = () => server.pusher({ secret: 'not-the-secret' })
  const unknownApp = () => server.pusher({ appId: 'another-app' })

  test.each([
    ['trigger', () => wrongSecret().trigger('a', 'e', 'd')],
    ['triggerBatch', () => wrongSecret().triggerBatch([{ channel: 'a', name: 'e', data: 'd' }])],
    ['sendToUser', () => wrongSecret().sendToUser('ada', 'e', 'd')],
    ['terminateUserConnections', () => wrongSecret().terminateUserConnections('ada')],
    ['channels', () => wrongSecret().channels()],
    ['channel', () => wrongSecret().channel('a')],
    ['users', () => wrongSecret().users('presence-a')],
    ['get', () => wrongSecret().get({ path: '/channels' })],
    ['post', () => wrongSecret().post({ path: '/events', body: {} })],
  ])('%s with a wrong secret rejects with 401', async (_name, call) => {
    await expect(call()).rejects.toMatchObject({ code: 'ERR_PUSHER_REQUEST', status: 401, retryable: false })
  })

  test.each([
    ['trigger', () => unknownApp().trigger('a', 'e', 'd')],
    ['channels', () => unknownApp().channels()],
  ])('%s for an app that the server does not know rejects with 404', async (_name, call) => {
    await expect(call()).rejects.toMatchObject({ code: 'ERR_PUSHER_REQUEST', status: 404, retryable: false })
  })

  test('the users of a channel that is no presence channel: refused before it is sent, or by the server', async () => {
    await expect(server.pusher().users('public')).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_CHANNEL',
    })
    const sent = server.pusher().get({ path: '/channels/public/users' })
    await expect(sent).rejects.toMatchObject({ code: 'ERR_PUSHER_REQUEST', status: 400 })
  })

  test('a batch of 11 that gets there all the same rejects with 400', async () => {
    const batch = Array.from({ length: 11 }, () => ({ channel: 'a', name: 'e', data: 'd' }))
    const sent = server.pusher().post({ path: '/batch_events', body: { batch } })
    await expect(sent).rejects.toMatchObject({ code: 'ERR_PUSHER_REQUEST', status: 400 })
  })

  test('a resource that does not exist rejects with 404', async () => {
    await expect(server.pusher().get({ path: '/nothing/here' })).rejects.toMatchObject({ status: 404 })
  })

  test('no error shows the secret or a signature', async () => {
    const error: unknown = await wrongSecret()
      .trigger(unique('a'), 'e', 'd')
      .catch((reason: unknown) => reason)
    const shown = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)
    expect(shown).toContain('401')
    expect(shown).not.toMatch(/not-the-secret|auth_signature=[0-9a-f]|\b[0-9a-f]{64}\b/)
  })
})
