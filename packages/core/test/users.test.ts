import { describe, expect, test } from 'vitest'
import { Pusher } from '../src/index.ts'

const sent: string[] = []
const pusher = new Pusher({
  appId: '1',
  key: 'key',
  secret: 'secret',
  cluster: 'eu',
  transport: async ({ method, target, body }) => {
    sent.push(`${method} ${target.replace(/\?.*/, '')} ${body}`)
    return { status: 200, headers: {}, body: '{}' }
  },
})
const outcome = async (call: () => Promise<unknown>): Promise<string> => {
  sent.length = 0
  return call().then(
    () => sent.join(),
    ({ code, parameter }) => `${code} ${parameter}`,
  )
}

describe('sendToUser', () => {
  test("publishes on the user's internal channel", async () => {
    expect(await outcome(() => pusher.sendToUser('ada@example.com', 'hello', { a: 1 }))).toBe(
      'POST /apps/1/events {"name":"hello","data":"{\\"a\\":1}","channels":["#server-to-user-ada@example.com"]}',
    )
  })

  test.each([
    [['', 'e', 'd'], 'ERR_PUSHER_INVALID_USER_ID userId'],
    [[7, 'e', 'd'], 'ERR_PUSHER_INVALID_USER_ID userId'],
    [['a/b', 'e', 'd'], 'ERR_PUSHER_INVALID_USER_ID userId'],
    [['x'.repeat(201), 'e', 'd'], 'ERR_PUSHER_INVALID_USER_ID userId'],
    [['a', '', 'd'], 'ERR_PUSHER_INVALID_EVENT_NAME event'],
    [['a', 'e'], 'ERR_PUSHER_INVALID_DATA data'],
    [['a', 'e', 'x'.repeat(10_241)], 'ERR_PUSHER_DATA_TOO_LARGE data'],
  ])('%j is refused', async (args, expected) => {
    expect(await outcome(() => Reflect.apply(pusher.sendToUser, pusher, args))).toBe(expected)
  })
})

describe('terminateUserConnections', () => {
  test('posts an empty object: some servers refuse a request without a body', async () => {
    expect(await outcome(() => pusher.terminateUserConnections('a=b@c,d.e;f'))).toBe(
      'POST /apps/1/users/a=b@c,d.e;f/terminate_connections {}',
    )
  })

  test.each([[''], ['a/../b'], ['..'], ['.'], [undefined]])(
    '%j is refused: it would be another path',
    async (id) => {
      expect(await outcome(() => pusher.terminateUserConnections(id as string))).toBe(
        'ERR_PUSHER_INVALID_USER_ID userId',
      )
    },
  )
})
