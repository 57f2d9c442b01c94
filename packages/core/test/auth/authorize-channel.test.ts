import { describe, expect, test } from 'vitest'
import { type Encryption, Pusher, PusherValidationError } from '../../src/index.ts'

const app = { appId: '1', key: '278d425bdf160c739803', secret: '7ad3773142a6692b25b8' }
const hosted = new Pusher({ ...app, cluster: 'eu' })
const selfHosted = new Pusher({ ...app, host: 'channels.example.com' })
const lax = { strict: false }

describe('what is signed', () => {
  test('a private channel', () => {
    expect(hosted.authorizeChannel('1234.1234', 'private-foobar')).toEqual({
      auth: '278d425bdf160c739803:58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4',
    })
  })

  test('a presence channel, with the very text that was signed', () => {
    expect(
      hosted.authorizeChannel('1234.1234', 'presence-foobar', {
        user_id: 10,
        user_info: { name: 'Mr. Pusher' },
      }),
    ).toEqual({
      auth: '278d425bdf160c739803:afaed3695da2ffd16931f457e338e6c9f2921fa133ce7dac49f529792be6304c',
      channel_data: '{"user_id":10,"user_info":{"name":"Mr. Pusher"}}',
    })
  })

  test('user_info is always there: Reverb breaks the subscription without', () => {
    expect(hosted.authorizeChannel('1.1', 'presence-a', { user_id: 'ada' }).channel_data).toBe(
      '{"user_id":"ada","user_info":{}}',
    )
  })

  test('an encrypted channel, with its key', () => {
    const encryption: Encryption = {
      encrypt: () => '',
      decrypt: () => undefined,
      sharedSecret: () => new Uint8Array([0, 255, 128]),
    }
    const pusher = new Pusher({ ...app, encryption })
    expect(pusher.authorizeChannel('1.1', 'private-encrypted-a')).toEqual({
      auth: expect.stringMatching(/^278d425bdf160c739803:[0-9a-f]{64}$/),
      shared_secret: 'AP+A',
    })
  })

  test('authenticate is its old name', () => {
    expect(hosted.authenticate('1.1', 'private-a')).toEqual(hosted.authorizeChannel('1.1', 'private-a'))
  })

  test("the caller's data is not changed", () => {
    const data = Object.freeze({ user_id: 'ada' })
    hosted.authorizeChannel('1.1', 'presence-a', data)
    expect(data).toEqual({ user_id: 'ada' })
  })
})

describe('what is refused, unless asked otherwise', () => {
  test('a public channel', () => {
    expect(() => hosted.authorizeChannel('1.1', 'news')).toThrow(
      'channel is "news", but it is public: nobody needs authorization to subscribe',
    )
    expect(hosted.authorizeChannel('1.1', 'news', null, lax).auth).toMatch(/:[0-9a-f]{64}$/)
  })

  test('a presence channel without a user: only a client that is signed in has one already', () => {
    expect(() => hosted.authorizeChannel('1.1', 'presence-a')).toThrow(
      'data is undefined, but a presence channel needs to know who subscribes: { user_id, user_info? }',
    )
    expect(Object.keys(hosted.authorizeChannel('1.1', 'presence-a', null, lax))).toEqual(['auth'])
  })
})

describe('what is refused', () => {
  const refusal = (call: () => unknown): string => {
    try {
      call()
    } catch (error) {
      expect(error).toBeInstanceOf(PusherValidationError)
      const { code, parameter } = error as PusherValidationError
      return `${code} ${parameter}`
    }
    return 'signed'
  }
  // biome-ignore lint/suspicious/noExplicitAny: wrong arguments are the point
  const authorize = (...args: any[]) => refusal(() => Reflect.apply(hosted.authorizeChannel, hosted, args))

  test.each([
    [['1.1:', 'private-a'], 'ERR_PUSHER_INVALID_SOCKET_ID socketId'],
    [['1.1\n', 'private-a'], 'ERR_PUSHER_INVALID_SOCKET_ID socketId'],
    [[undefined, 'private-a'], 'ERR_PUSHER_INVALID_SOCKET_ID socketId'],
    [['1.1', 'private-a:b'], 'ERR_PUSHER_INVALID_CHANNEL channel'],
    [['1.1', ['private-a']], 'ERR_PUSHER_INVALID_CHANNEL channel'],
    [['1.1', '#server-to-user-1'], 'ERR_PUSHER_INVALID_CHANNEL channel'],
    [['1.1', `private-${'x'.repeat(157)}`], 'ERR_PUSHER_INVALID_CHANNEL channel'],
    [['1.1', 'private-encrypted-a'], 'ERR_PUSHER_ENCRYPTION_REQUIRED channel'],
    [['1.1', 'presence-a', 'ada'], 'ERR_PUSHER_INVALID_USER_ID data'],
    [['1.1', 'presence-a', {}], 'ERR_PUSHER_INVALID_USER_ID data.user_id'],
    [['1.1', 'presence-a', { user_id: '' }], 'ERR_PUSHER_INVALID_USER_ID data.user_id'],
    [['1.1', 'presence-a', { user_id: 'x'.repeat(129) }], 'ERR_PUSHER_INVALID_USER_ID data.user_id'],
    [['1.1', 'presence-a', { user_id: 2 ** 53 }], 'ERR_PUSHER_INVALID_USER_ID data.user_id'],
    [['1.1', 'presence-a', { user_id: 1.5 }], 'ERR_PUSHER_INVALID_USER_ID data.user_id'],
  ])('%j', (args, expected) => {
    expect(authorize(...args)).toBe(expected)
  })

  test('what JSON cannot hold', () => {
    expect(authorize('1.1', 'presence-a', { user_id: 'a', user_info: 1n })).toBe(
      'ERR_PUSHER_INVALID_DATA data',
    )
    expect(authorize('1.1', 'private-a', () => {})).toBe('ERR_PUSHER_INVALID_DATA data')
  })

  test('more than 1 kB about a member on hosted Pusher; other servers have limits of their own', () => {
    const data = (length: number) => ({ user_id: 'ada', user_info: { bio: 'x'.repeat(length) } })
    const rest = JSON.stringify(data(0)).length
    expect(authorize('1.1', 'presence-a', data(1_024 - rest))).toBe('signed')
    expect(authorize('1.1', 'presence-a', data(1_025 - rest))).toBe('ERR_PUSHER_DATA_TOO_LARGE data')
    expect(refusal(() => selfHosted.authorizeChannel('1.1', 'presence-a', data(2_000)))).toBe('signed')
  })
})
