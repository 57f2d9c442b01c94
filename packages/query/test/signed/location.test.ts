import { expect, test } from 'vitest'
import { toLocation } from '../../src/signed/location.ts'

const app = { appId: 1, key: 'k', secret: 's' }

test.each([
  [{}, 'https://api-mt1.pusher.com', '/apps/1'],
  [{ cluster: 'eu' }, 'https://api-eu.pusher.com', '/apps/1'],
  [{ host: 'localhost', port: 6001, useTLS: false }, 'http://localhost:6001', '/apps/1'],
  [{ host: '::1', port: 443 }, 'https://[::1]', '/apps/1'],
  [{ host: 'Example.com', path: '/reverb/' }, 'https://example.com', '/reverb/apps/1'],
])('%j is at %s%s', (options, origin, basePath) => {
  expect(toLocation({ ...app, ...options })).toEqual({ origin, basePath })
})
