import { expect, test } from 'vitest'
import { settingsFromEnvironment } from '../../src/settings/settings-from-environment.ts'

const app = { PUSHER_APP_ID: '7', PUSHER_APP_KEY: 'key', PUSHER_APP_SECRET: 'secret' }

test('without variables it is the emulator on its usual port', () => {
  const { server, client, port } = settingsFromEnvironment({ PUSHER_HOST: '', PORT: '' })
  expect(server).toEqual({
    appId: 'app-id',
    key: 'app-key',
    secret: 'app-secret',
    host: '127.0.0.1',
    port: 6001,
    useTLS: false,
  })
  expect(client).toEqual({
    key: 'app-key',
    options: {
      cluster: '',
      wsHost: '127.0.0.1',
      wsPort: 6001,
      wssPort: 6001,
      forceTLS: false,
      enabledTransports: ['ws', 'wss'],
    },
  })
  expect(port).toBe(3001)
})

test('with a cluster it is hosted Pusher, over TLS', () => {
  const { server, client } = settingsFromEnvironment({ ...app, PUSHER_APP_CLUSTER: 'eu' })
  expect(server).toEqual({ appId: '7', key: 'key', secret: 'secret', cluster: 'eu', useTLS: true })
  expect(client.options).toEqual({ cluster: 'eu', forceTLS: true, enabledTransports: ['ws', 'wss'] })
})

test('with a host it is a server of your own, over TLS unless told', () => {
  const own = { ...app, PUSHER_HOST: 'channels.example.com' }
  expect(settingsFromEnvironment(own).server).toMatchObject({ port: 443, useTLS: true })
  expect(settingsFromEnvironment({ ...own, PUSHER_SCHEME: 'http' }).server).toMatchObject({
    port: 80,
    useTLS: false,
  })
})

test('what is wrong is named, without its value', () => {
  const wrong = () => settingsFromEnvironment({ ...app, PUSHER_PORT: 'sixty', PUSHER_SCHEME: 'ftp' })
  expect(wrong).toThrow('PUSHER_PORT')
  expect(wrong).toThrow('PUSHER_SCHEME')
  expect(wrong).not.toThrow(/sixty|ftp|secret/)
})
