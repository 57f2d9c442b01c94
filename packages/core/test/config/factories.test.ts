import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { Pusher, type PusherOptions, PusherValidationError } from '../../src/index.ts'

/** Where a client sends: origin and path, and the app's key. */
async function where(create: (options: Partial<PusherOptions>) => Pusher): Promise<string> {
  let target = ''
  const pusher = create({
    transport: async (request) => {
      target = request.origin + request.target
      return { status: 200, headers: {}, body: '{}' }
    },
  })
  await pusher.channels()
  return target.replace(/&auth_timestamp.*/, '')
}
function failure(create: () => Pusher): PusherValidationError {
  try {
    create()
  } catch (error) {
    if (error instanceof PusherValidationError) return error
  }
  throw new Error('it did not fail')
}

describe('Pusher.forURL', () => {
  test.each([
    [
      'https://key:secret@api-eu.pusher.com/apps/42',
      'https://api-eu.pusher.com/apps/42/channels?auth_key=key',
    ],
    [
      'http://key:secret@127.0.0.1:6001/apps/app-id',
      'http://127.0.0.1:6001/apps/app-id/channels?auth_key=key',
    ],
    [
      'https://key:s%2Fcret@example.com/reverb/apps/1/',
      'https://example.com/reverb/apps/1/channels?auth_key=key',
    ],
    ['http://k%3Aey:secret@[::1]:80/apps/1', 'http://[::1]/apps/1/channels?auth_key=k%3Aey'],
  ])('%s', async (url, expected) => {
    expect(await where((options) => Pusher.forURL(url, options))).toBe(expected)
  })

  test.each([
    undefined,
    'not a url',
    'ftp://key:the-secret@example.com/apps/1',
    'https://key@example.com/apps/1',
    'https://key:the-secret@example.com',
    'https://key:the-secret@example.com/apps/',
  ])('%s is refused without being shown', (url) => {
    const error = failure(() => Pusher.forURL(url as string))
    expect(error).toMatchObject({ code: 'ERR_PUSHER_INVALID_OPTION', parameter: 'url' })
    expect(inspect(error)).toContain('https://KEY:SECRET@HOST:PORT/apps/APP_ID')
    expect(inspect(error)).not.toContain('the-secret')
  })
})

test('Pusher.forCluster', async () => {
  const app = { appId: '1', key: 'key', secret: 'secret' }
  expect(await where((options) => Pusher.forCluster('ap1', { ...app, ...options }))).toBe(
    'https://api-ap1.pusher.com/apps/1/channels?auth_key=key',
  )
})

describe('Pusher.fromEnv', () => {
  const app = { PUSHER_APP_ID: '1', PUSHER_APP_KEY: 'key', PUSHER_APP_SECRET: 'secret' }

  test.each([
    [{ PUSHER_URL: 'http://k:s@example.com/apps/9' }, 'http://example.com/apps/9/channels?auth_key=k'],
    [app, 'https://api-mt1.pusher.com/apps/1/channels?auth_key=key'],
    [{ ...app, PUSHER_APP_CLUSTER: 'eu' }, 'https://api-eu.pusher.com/apps/1/channels?auth_key=key'],
    [
      { ...app, PUSHER_HOST: 'soketi', PUSHER_PORT: '6001', PUSHER_SCHEME: 'http' },
      'http://soketi:6001/apps/1/channels?auth_key=key',
    ],
    [
      { ...app, PUSHER_HOST: '', PUSHER_PORT: '443', PUSHER_SCHEME: 'https', PUSHER_APP_CLUSTER: 'mt1' },
      'https://api-mt1.pusher.com:443/apps/1/channels?auth_key=key',
    ],
    [
      { ...app, PUSHER_HOST: 'soketi', PUSHER_APP_CLUSTER: 'mt1' },
      'https://soketi/apps/1/channels?auth_key=key',
    ],
  ])('%j', async (env, expected) => {
    expect(await where((options) => Pusher.fromEnv(options, env))).toBe(expected)
  })

  test('names every variable that is missing', () => {
    expect(failure(() => Pusher.fromEnv({}, { PUSHER_APP_KEY: 'key', PUSHER_APP_SECRET: '' })).message).toBe(
      'Option PUSHER_APP_ID, PUSHER_APP_SECRET is not set in the environment, nor is PUSHER_URL',
    )
  })

  test('refuses another scheme', () => {
    expect(failure(() => Pusher.fromEnv({}, { ...app, PUSHER_SCHEME: 'tls' })).message).toBe(
      'Option PUSHER_SCHEME is "http" or "https"',
    )
  })

  test('reads the process by default', () => {
    expect(failure(() => Pusher.fromEnv()).message).toContain('PUSHER_APP_ID')
  })
})

test('the statics that the official library has', () => {
  expect(new Pusher.Token('k', 's').verify('text', new Pusher.Token('k', 's').sign('text'))).toBe(true)
  expect(new Pusher.Token('k', 's').verify('text', 'f'.repeat(64))).toBe(false)
  expect(Pusher.RequestError.name).toBe('PusherRequestError')
})
