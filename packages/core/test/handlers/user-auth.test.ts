import { describe, expect, test } from 'vitest'
import {
  createUserAuthHandler,
  type UserAuthOptions,
  type UserAuthRequest,
} from '../../src/handlers/index.ts'
import { type Answer, ask, JSON_TYPE, post, pusher } from './support.ts'

const REQUEST = post('socket_id=1234.1234')
const answer = (authenticate: unknown, request = REQUEST): Promise<Answer> =>
  ask(createUserAuthHandler(pusher, { authenticate } as UserAuthOptions<unknown>), request)

test('a known user is signed in, with the very text that was signed', async () => {
  expect(await answer(async () => ({ id: 'ada', watchlist: ['ben'] }))).toEqual({
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    content: pusher.authenticateUser('1234.1234', { id: 'ada', watchlist: ['ben'] }),
    error: undefined,
  })
})

test('the hook is told the connection and the further fields', async () => {
  const seen: UserAuthRequest[] = []
  await answer(
    (request: UserAuthRequest) => void seen.push(request),
    post('{"socket_id":"1.1","a":"b"}', { headers: JSON_TYPE }),
  )
  expect(seen.map(({ params, ...rest }) => ({ ...rest, params: { ...params } }))).toEqual([
    { socketId: '1.1', params: { a: 'b' } },
  ])
})

test.each([[false], [null], [undefined]])('%s refuses with exactly 403', async (user) => {
  expect(await answer(() => user)).toMatchObject({
    status: 403,
    content: { code: 'ERR_PUSHER_FORBIDDEN', message: 'This client is not signed in to the application' },
  })
})

test.each<[string, Parameters<typeof post>, number, string]>([
  ['GET', ['socket_id=1.1', { method: 'GET' }], 405, 'ERR_PUSHER_METHOD'],
  ['no socket id', [''], 400, 'ERR_PUSHER_INVALID_PARAMS'],
  ['a socket id that would sign for another', ['socket_id=1.1::user::'], 400, 'ERR_PUSHER_INVALID_SOCKET_ID'],
])('%s is refused', async (_name, request, status, code) => {
  expect(await answer(() => ({ id: 'ada' }), post(...request))).toMatchObject({ status, content: { code } })
})

describe('what goes wrong on this side is a 500', () => {
  test.each([[true], ['ada'], [{ id: '' }], [{ id: 'a b' }], [{ statusCode: 403 }]])(
    '%j is no user',
    async (user) => {
      const { status, content, error } = await answer(() => user)
      expect({ status, content }).toEqual({
        status: 500,
        content: {
          code: 'ERR_PUSHER_HOOK_RESULT',
          message:
            'What authenticate returned cannot be signed, for the reason that the cause gives: return { id, user_info?, watchlist? } or false',
        },
      })
      expect(error).toMatchObject({ cause: { code: 'ERR_PUSHER_INVALID_USER_ID' } })
    },
  )

  test('a hook that throws', async () => {
    expect(await answer(() => Promise.reject(new Error('hunter2')))).toMatchObject({
      status: 500,
      content: { code: 'ERR_PUSHER_HOOK', message: 'authenticate threw: the cause tells what' },
      error: { cause: { message: 'hunter2' } },
    })
  })
})

test('the hook is required', () => {
  expect(() => createUserAuthHandler(pusher, {} as UserAuthOptions<unknown>)).toThrow(
    'Option authenticate is undefined, but it is a function, and required: nobody is let in without it',
  )
})
