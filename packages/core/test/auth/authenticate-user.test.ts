import { describe, expect, test } from 'vitest'
import { Pusher, PusherValidationError } from '../../src/index.ts'

const pusher = new Pusher({ appId: '1', key: 'aaaa', secret: 'tofu', cluster: 'eu' })

describe('a sign-in', () => {
  test('is signed with the very text of the user data', () => {
    expect(pusher.authenticateUser('123.456', { id: '55555', user_name: 'test' })).toEqual({
      auth: 'aaaa:b8a9f173455903792ae2b788add0c4c78ad7372b3ae7fb5769479276a1993743',
      user_data: '{"id":"55555","user_name":"test"}',
    })
  })

  test('may carry user_info and a watchlist of 100', () => {
    const watchlist = Array.from({ length: 100 }, (_, index) => `user-${index}`)
    const { user_data } = pusher.authenticateUser('1.1', {
      id: 'ada@example.com',
      user_info: { name: 'Ada' },
      watchlist,
    })
    expect(JSON.parse(user_data)).toEqual({ id: 'ada@example.com', user_info: { name: 'Ada' }, watchlist })
  })

  test.each([
    [['x', { id: '1' }], 'ERR_PUSHER_INVALID_SOCKET_ID socketId'],
    [['1.1'], 'ERR_PUSHER_INVALID_USER_ID userData'],
    [['1.1', {}], 'ERR_PUSHER_INVALID_USER_ID userData.id'],
    [['1.1', { id: '' }], 'ERR_PUSHER_INVALID_USER_ID userData.id'],
    [['1.1', { id: 7 }], 'ERR_PUSHER_INVALID_USER_ID userData.id'],
    [['1.1', { id: 'a|b' }], 'ERR_PUSHER_INVALID_USER_ID userData.id'],
    [['1.1', { id: 'x'.repeat(201) }], 'ERR_PUSHER_INVALID_USER_ID userData.id'],
    [['1.1', { id: '1', watchlist: 'ada' }], 'ERR_PUSHER_INVALID_PARAMS userData.watchlist'],
    [['1.1', { id: '1', watchlist: ['ada', 7] }], 'ERR_PUSHER_INVALID_USER_ID userData.watchlist[1]'],
    [['1.1', { id: '1', watchlist: Array(101).fill('a') }], 'ERR_PUSHER_INVALID_PARAMS userData.watchlist'],
  ])('%j is refused', (args, expected) => {
    try {
      Reflect.apply(pusher.authenticateUser, pusher, args)
      expect.unreachable('it was signed')
    } catch (error) {
      expect(error).toBeInstanceOf(PusherValidationError)
      const { code, parameter } = error as PusherValidationError
      expect(`${code} ${parameter}`).toBe(expected)
    }
  })
})
