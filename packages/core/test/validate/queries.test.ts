import { describe, expect, test } from 'vitest'
import { Pusher, PusherValidationError } from '../../src/index.ts'

const pusher = new Pusher({
  appId: '1',
  key: 'key',
  secret: 'secret',
  path: '/reverb',
  host: 'channels.example.com',
  transport: async ({ method, target, body }) => ({
    status: 200,
    headers: {},
    body: JSON.stringify({ method, target: target.replace(/&?auth_[a-z]+=[^&]*/g, ''), body }),
  }),
})

/** What a call sends without its authentication parameters, or the code and parameter of its error. */
async function outcome(call: () => Promise<unknown>): Promise<unknown> {
  try {
    const answer = await call()
    return answer instanceof Object && 'json' in answer
      ? await (answer as { json(): Promise<unknown> }).json()
      : answer
  } catch (error) {
    expect(error).toBeInstanceOf(PusherValidationError)
    const { code, parameter } = error as PusherValidationError
    return `${code} ${parameter}`
  }
}
const call = (method: 'get' | 'post' | 'channels' | 'channel' | 'users', ...args: unknown[]) =>
  outcome(() => Reflect.apply(pusher[method], pusher, args) as Promise<unknown>)

describe('queries', () => {
  test.each([
    [['channels'], '/reverb/apps/1/channels?'],
    [['channels', {}], '/reverb/apps/1/channels?'],
    [
      ['channels', { prefix: 'presence-', info: 'user_count' }],
      '/reverb/apps/1/channels?&filter_by_prefix=presence-&info=user_count',
    ],
    [['channels', { prefix: 'presence-', info: [] }], '/reverb/apps/1/channels?&filter_by_prefix=presence-'],
    [['channel', 'a=b@c,d.e;f'], '/reverb/apps/1/channels/a=b@c,d.e;f?'],
    [
      ['channel', 'cache-a', { info: ['subscription_count', 'cache'] }],
      '/reverb/apps/1/channels/cache-a?&info=subscription_count%2Ccache',
    ],
    [['users', 'presence-a'], '/reverb/apps/1/channels/presence-a/users?'],
    [
      ['get', { path: '/channels', params: { filter_by_prefix: 'a&b' } }],
      '/reverb/apps/1/channels?&filter_by_prefix=a%26b',
    ],
    [
      ['get', { path: '/x', params: { A: 1, b: true, c: null, d: undefined, e: ['p', 'q'] } }],
      '/reverb/apps/1/x?a=1&b=true&c=&e%5B%5D=p&e%5B%5D=q',
    ],
    [['get', { path: '/x', params: { e: '\ud800' } }], '/reverb/apps/1/x?&e=%EF%BF%BD'],
  ] as const)('%j asks for %s', async ([method, ...args], target) => {
    expect(await call(method, ...args)).toMatchObject({ method: 'GET', target })
  })

  test.each([
    [['channels', { info: 'subscription_count' }], 'ERR_PUSHER_INVALID_PARAMS options.info'],
    [['channels', { prefix: 7 }], 'ERR_PUSHER_INVALID_PARAMS options.prefix'],
    [['channels', { filter_by_prefix: 'a' }], 'ERR_PUSHER_INVALID_PARAMS options.filter_by_prefix'],
    [['channel', 'a/../b'], 'ERR_PUSHER_INVALID_CHANNEL name'],
    [['channel', '..'], 'ERR_PUSHER_INVALID_CHANNEL name'],
    [['channel'], 'ERR_PUSHER_INVALID_CHANNEL name'],
    [['get', { path: '/channels/./users' }], 'ERR_PUSHER_INVALID_PARAMS path'],
    [['get', { path: '/channels/%2e%2E' }], 'ERR_PUSHER_INVALID_PARAMS path'],
    [['channel', 'a', { info: 'users' }], 'ERR_PUSHER_INVALID_PARAMS options.info'],
    [['users', 'a'], 'ERR_PUSHER_INVALID_CHANNEL name'],
    [['get'], 'ERR_PUSHER_INVALID_PARAMS options'],
    [['get', { path: 'channels' }], 'ERR_PUSHER_INVALID_PARAMS path'],
    [['get', { path: '/channels?info=x' }], 'ERR_PUSHER_INVALID_PARAMS path'],
    [['get', { path: '/channels/a b' }], 'ERR_PUSHER_INVALID_PARAMS path'],
    [['get', { path: '/channels/é' }], 'ERR_PUSHER_INVALID_PARAMS path'],
    [['get', { path: '/channels/100%' }], 'ERR_PUSHER_INVALID_PARAMS path'],
    [['get', { path: '/x', params: { auth_key: 'y' } }], 'ERR_PUSHER_INVALID_PARAMS params.auth_key'],
    [['get', { path: '/x', params: { Body_MD5: 'y' } }], 'ERR_PUSHER_INVALID_PARAMS params.body_md5'],
    [['get', { path: '/x', params: { a: 1, A: 2 } }], 'ERR_PUSHER_INVALID_PARAMS params.a'],
    [['get', { path: '/x', params: { a: {} } }], 'ERR_PUSHER_INVALID_PARAMS params.a'],
    [['get', { path: '/x', params: 'a=b' }], 'ERR_PUSHER_INVALID_PARAMS params'],
    [['post', { path: '/x', body: () => 1 }], 'ERR_PUSHER_INVALID_DATA body'],
  ] as const)('%j is refused', async ([method, ...args], expected) => {
    expect(await call(method, ...args)).toBe(expected)
  })

  test('a post sends JSON, and JSON text as it is', async () => {
    expect(await call('post', { path: '/x', body: { a: 1 } })).toMatchObject({
      method: 'POST',
      body: '{"a":1}',
    })
    expect(await call('post', { path: '/x', body: '{"a":1}' })).toMatchObject({
      method: 'POST',
      body: '{"a":1}',
    })
    expect(await call('post', { path: '/x' })).toEqual({ method: 'POST', target: '/reverb/apps/1/x?' })
  })
})
