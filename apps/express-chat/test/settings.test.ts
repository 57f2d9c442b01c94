import { expect, test } from 'vitest'
import { settingsFromEnvironment } from '../src/settings.ts'

const APP = { PUSHER_APP_ID: '1', PUSHER_APP_KEY: 'key', PUSHER_APP_SECRET: 'secret' }

test('without variables: the emulator on its usual port', () => {
  expect(settingsFromEnvironment({})).toMatchObject({
    server: { appId: 'app-id', host: '127.0.0.1', port: '6001', useTLS: false },
    client: { key: 'app-key', options: { wsHost: '127.0.0.1', wsPort: 6001, forceTLS: false } },
  })
})

test('a cluster: hosted Pusher, by TLS', () => {
  expect(settingsFromEnvironment({ ...APP, PUSHER_APP_CLUSTER: 'eu' })).toEqual({
    server: { appId: '1', key: 'key', secret: 'secret', cluster: 'eu', useTLS: true },
    client: { key: 'key', options: { cluster: 'eu', forceTLS: true, enabledTransports: ['ws', 'wss'] } },
  })
})

test('a host: a server of your own', () => {
  const env = { ...APP, PUSHER_HOST: 'channels.example', PUSHER_PORT: '6001', PUSHER_SCHEME: 'http' }
  expect(settingsFromEnvironment(env)).toMatchObject({
    server: { host: 'channels.example', port: '6001', useTLS: false },
    client: { options: { wsHost: 'channels.example', wsPort: 6001, forceTLS: false } },
  })
})

test('keys that shall outlive the process', () => {
  expect(settingsFromEnvironment({ PUSHER_ENCRYPTION_MASTER_KEY: 'a', SESSION_SECRET: 'b' })).toMatchObject({
    encryptionMasterKey: 'a',
    sessionSecret: 'b',
  })
})
