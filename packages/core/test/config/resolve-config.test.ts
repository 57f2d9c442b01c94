import { Agent } from 'node:http'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import { Pusher, PusherValidationError } from '../../src/index.ts'

const app = { appId: '123', key: 'the-key', secret: 'the-secret' }
const where = (options: object): string => {
  const { origin, basePath } = resolveConfig({ ...app, ...options })
  return origin + basePath
}

describe('where requests go', () => {
  test.each([
    [{}, 'https://api-mt1.pusher.com/apps/123'],
    [{ cluster: 'eu' }, 'https://api-eu.pusher.com/apps/123'],
    [{ cluster: 'APP_CLUSTER', appId: 'APP_ID' }, 'https://api-APP_CLUSTER.pusher.com/apps/APP_ID'],
    [{ cluster: 'eu', host: undefined }, 'https://api-eu.pusher.com/apps/123'],
    [{ cluster: 'eu', useTLS: false }, 'http://api-eu.pusher.com/apps/123'],
    [{ host: 'localhost', port: 6001, useTLS: false }, 'http://localhost:6001/apps/123'],
    [{ host: '127.0.0.1', port: '6001' }, 'https://127.0.0.1:6001/apps/123'],
    [{ host: '::1', port: 6001 }, 'https://[::1]:6001/apps/123'],
    [{ host: '[::1]' }, 'https://[::1]/apps/123'],
    [{ host: 'ws.example.com', path: '/reverb/' }, 'https://ws.example.com/reverb/apps/123'],
    [{ host: 'soketi', path: '/' }, 'https://soketi/apps/123'],
    [{ appId: 7 }, 'https://api-mt1.pusher.com/apps/7'],
  ])('%j → %s', (options, url) => {
    expect(where(options)).toBe(url)
  })

  test('a request may take 30 s unless told otherwise', () => {
    expect(resolveConfig(app).timeout).toBe(30_000)
    expect(resolveConfig({ ...app, timeout: 250 }).timeout).toBe(250)
  })
})

describe('wrong options fail at construction', () => {
  test.each([
    [undefined, 'object', 'is missing'],
    [
      { ...app, appId: undefined },
      'appId',
      'is missing: it is on the "App Keys" page of your app; is PUSHER_APP_ID set',
    ],
    [{ ...app, appId: '' }, 'appId', 'is empty'],
    [{ ...app, appId: 'a/b' }, 'appId', 'is "a/b", but an app id has only'],
    [
      { ...app, key: undefined },
      'key',
      'is missing: it is on the "App Keys" page of your app; is PUSHER_APP_KEY set',
    ],
    [{ ...app, key: 7 }, 'key', 'is a string, not a number'],
    [
      { ...app, secret: '' },
      'secret',
      'is empty: it is on the "App Keys" page of your app; is PUSHER_APP_SECRET set',
    ],
    [{ ...app, secret: 'the-secret\n' }, 'secret', 'has white space in it'],
    [{ ...app, cluster: 'eu', host: 'x.example.com' }, 'cluster', 'contradicts host'],
    [{ ...app, cluster: '' }, 'cluster', 'is the short name of a cluster'],
    [{ ...app, cluster: 'api-eu.pusher.com' }, 'cluster', 'is the short name of a cluster'],
    [{ ...app, host: 'https://x.example.com' }, 'host', 'without scheme, port or path'],
    [{ ...app, host: 'x.example.com:443' }, 'host', 'without scheme, port or path'],
    [{ ...app, host: '' }, 'host', 'without scheme, port or path'],
    [{ ...app, port: 0 }, 'port', 'from 1 to 65535'],
    [{ ...app, port: 65_536 }, 'port', 'from 1 to 65535'],
    [{ ...app, port: '80x' }, 'port', 'from 1 to 65535'],
    [{ ...app, useTLS: 'false' }, 'useTLS', 'is true or false'],
    [{ ...app, path: 'reverb' }, 'Option path', 'starts with /'],
    [{ ...app, path: '/a?b' }, 'Option path', 'starts with /'],
    [{ ...app, timeout: 0 }, 'timeout', 'is a number of milliseconds'],
    [{ ...app, timeout: Number.NaN }, 'timeout', 'is a number of milliseconds'],
    [{ ...app, timeout: 2 ** 31 }, 'timeout', 'is a number of milliseconds'],
    [{ ...app, transport: 'fetch' }, 'transport', 'is a function'],
    [
      { ...app, transport: async () => {}, httpProxy: 'http://proxy' },
      'httpProxy',
      'it contradicts transport',
    ],
    [{ ...app, useTLS: false, tls: { ca: 'x' } }, 'tls', 'contradicts useTLS: false'],
    [{ ...app, agent: new Agent() }, 'agent', 'speaks http, but useTLS asks for https'],
    [{ ...app, agent: 'https' }, 'agent', 'it is an Agent of node:https or node:http'],
    [{ ...app, agent: null }, 'agent', 'it is an Agent of node:https or node:http'],
    [{ ...app, retry: 3 }, 'retry', 'it is false or an object'],
    [{ ...app, retry: { limit: 11 } }, 'retry.limit', 'from 0 to 10'],
    [{ ...app, hooks: () => {} }, 'hooks', 'is an object with onRequest, onResponse, onError, onRetry'],
    [{ ...app, hooks: { onFinish: () => {} } }, 'hooks.onFinish', 'does not exist'],
    [{ ...app, hooks: { onError: 'log' } }, 'hooks.onError', 'is a function'],
    [
      { ...app, encryption: 'a-key' },
      'encryption',
      'is what createEncryption of @pusherkit/encryption returns',
    ],
    [
      { ...app, encryptionMasterKeyBase64: 'the-secret' },
      'encryptionMasterKeyBase64',
      "write encryption: createEncryption({ masterKeyBase64 }), with import { createEncryption } from '@pusherkit/encryption'",
    ],
    [{ ...app, encryptionMasterKey: 'the-secret' }, 'encryptionMasterKey', 'encode it as base64'],
    [{ ...app, encrypted: true }, 'encrypted', 'it was renamed: write useTLS'],
    [{ ...app, sercet: 'the-secret' }, 'sercet', 'does not exist: the options are appId, key, secret'],
  ])('%j', (options, parameter, message) => {
    const error = failure(() => new Pusher(options as never))
    expect(error).toBeInstanceOf(PusherValidationError)
    expect(error).toMatchObject({ code: expect.stringMatching(/^ERR_PUSHER_INVALID_/), parameter })
    expect(error.message).toContain(message)
    expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain('the-secret')
  })
})

function failure(call: () => unknown): Error {
  try {
    call()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('it did not fail')
}
