import { describe, expect, test } from 'vitest'
import { Pusher, PusherValidationError } from '../../src/index.ts'
import type { Transport } from '../../src/transport/transport.ts'

const sent: string[] = []
const transport: Transport = async ({ body }) => {
  sent.push(body ?? '')
  return { status: 200, headers: {}, body: '{}' }
}
const credentials = { appId: '1', key: 'key', secret: 'secret', transport }
const hosted = new Pusher({ ...credentials, cluster: 'eu' })
const selfHosted = new Pusher({ ...credentials, host: 'channels.example.com' })

/** What a call rejects with, as `code parameter: message`; or what it sent. */
async function outcome(call: () => Promise<unknown>): Promise<string> {
  sent.length = 0
  try {
    await call()
    return sent.join()
  } catch (error) {
    expect(error).toBeInstanceOf(PusherValidationError)
    expect(sent, 'nothing may be sent').toEqual([])
    const { code, parameter, message } = error as PusherValidationError
    return `${code} ${parameter}: ${message}`
  }
}
const trigger = (...args: unknown[]) =>
  outcome(() => Reflect.apply(hosted.trigger, hosted, args) as Promise<unknown>)
// biome-ignore lint/suspicious/noExplicitAny: wrong arguments are the point
const batch = (value: any) => outcome(() => hosted.triggerBatch(value))

describe('channels', () => {
  test.each([
    [
      '',
      'ERR_PUSHER_INVALID_CHANNEL channels: channels is "", but a channel name has at least one character',
    ],
    [
      'a b',
      'ERR_PUSHER_INVALID_CHANNEL channels: channels is "a b", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;',
    ],
    [
      'a\n',
      'ERR_PUSHER_INVALID_CHANNEL channels: channels is "a\\n", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;',
    ],
    [
      '#server-to-user-1',
      'ERR_PUSHER_INVALID_CHANNEL channels: channels is "#server-to-user-1", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;',
    ],
    [undefined, 'ERR_PUSHER_INVALID_CHANNEL channels: channels is undefined, but a channel name is a string'],
    [7, 'ERR_PUSHER_INVALID_CHANNEL channels: channels is 7 (number), but a channel name is a string'],
    [
      [],
      'ERR_PUSHER_INVALID_CHANNEL channels: channels is an array of 0, but an event needs at least one channel',
    ],
    [
      ['ok', 'né'],
      'ERR_PUSHER_INVALID_CHANNEL channels[1]: channels[1] is "né", but a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;',
    ],
    [
      ['ok', null],
      'ERR_PUSHER_INVALID_CHANNEL channels[1]: channels[1] is null, but a channel name is a string',
    ],
    [
      Array.from({ length: 101 }, (_, index) => `c${index}`),
      'ERR_PUSHER_INVALID_CHANNEL channels: channels is an array of 101, but one event goes to at most 100 channels: split it into several triggers',
    ],
  ])('%j is refused', async (channels, expected) => {
    expect(await trigger(channels, 'event', {})).toBe(expected)
  })

  test('100 channels are sent', async () => {
    const channels = Array.from({ length: 100 }, (_, index) => `c${index}`)
    expect(JSON.parse(await trigger(channels, 'e', 'd')).channels).toEqual(channels)
  })

  test('every legal character is sent', async () => {
    expect(await trigger('-azAZ9_=@,.;', 'e', 'd')).toBe(
      '{"name":"e","data":"d","channels":["-azAZ9_=@,.;"]}',
    )
  })

  test('hosted Pusher takes names of 164 characters, other servers of 200', async () => {
    expect(await trigger('x'.repeat(164), 'e', 'd')).toContain('"channels"')
    expect(await trigger('x'.repeat(165), 'e', 'd')).toMatch(
      /^ERR_PUSHER_INVALID_CHANNEL .* has 165 characters: hosted Pusher allows 164 characters \(self-hosted servers up to 200\)$/,
    )
    expect(await outcome(() => selfHosted.trigger('x'.repeat(200), 'e', 'd'))).toContain('"channels"')
    expect(await outcome(() => selfHosted.trigger('x'.repeat(201), 'e', 'd'))).toMatch(
      /^ERR_PUSHER_INVALID_CHANNEL .* has 201 characters: at most 200 characters are allowed \(164 on hosted Pusher\)$/,
    )
  })

  test('an encrypted channel is refused: its events must not travel in clear', async () => {
    expect(await trigger('private-encrypted-a', 'e', 'd')).toMatch(/^ERR_PUSHER_ENCRYPTION_REQUIRED/)
    expect(await trigger(['a', 'private-encrypted-a'], 'e', 'd')).toMatch(/^ERR_PUSHER_INVALID_CHANNEL/)
    expect(await batch([{ channel: 'private-encrypted-a', name: 'e', data: 'd' }])).toMatch(
      /^ERR_PUSHER_ENCRYPTION_REQUIRED/,
    )
  })
})

describe('event names', () => {
  test.each([
    ['', 'event is "", but an event name has at least one character'],
    [undefined, 'event is undefined, but an event name is a string'],
    ['e'.repeat(201), `event is "${'e'.repeat(60)}…", but has 201 characters: an event name has at most 200`],
  ])('%j is refused', async (name, message) => {
    expect(await trigger('c', name, {})).toBe(`ERR_PUSHER_INVALID_EVENT_NAME event: ${message}`)
  })

  test.each(['e'.repeat(200), 'App\\Events\\Shipped', 'client-typing', 'héllo'])(
    '%s is sent',
    async (name) => {
      expect(JSON.parse(await trigger('c', name, 'd')).name).toBe(name)
    },
  )
})

describe('data', () => {
  const circular: Record<string, unknown> = {}
  circular.self = circular

  test.each([
    [
      'undefined',
      undefined,
      'data is undefined, but it has to be a string or a value that JSON can hold: pass null to send nothing',
    ],
    [
      'a function',
      () => 1,
      'data is a function, but it has to be a string or a value that JSON can hold: pass null to send nothing',
    ],
    ['a circular object', circular, 'data cannot be written as JSON: Converting circular structure to JSON'],
    ['a BigInt', { n: 1n }, 'data cannot be written as JSON: Do not know how to serialize a BigInt'],
  ])('%s is refused', async (_name, data, message) => {
    expect(await trigger('c', 'e', data)).toBe(`ERR_PUSHER_INVALID_DATA data: ${message}`)
  })

  test('a call without data is refused', async () => {
    expect(await trigger('c', 'e')).toMatch(/^ERR_PUSHER_INVALID_DATA/)
  })

  test.each([
    ['text as it is', 'hi', 'hi'],
    ['empty text', '', ''],
    ['null', null, 'null'],
    ['false', false, 'false'],
    ['an object as JSON', { a: [1, 'é'] }, '{"a":[1,"é"]}'],
  ])('%s is sent', async (_name, data, encoded) => {
    expect(JSON.parse(await trigger('c', 'e', data)).data).toBe(encoded)
  })

  test('10,240 bytes are sent and 10,241 refused, counted in UTF-8 after encoding', async () => {
    expect(JSON.parse(await trigger('c', 'e', 'x'.repeat(10_240))).data).toHaveLength(10_240)
    expect(await trigger('c', 'e', 'x'.repeat(10_241))).toBe(
      'ERR_PUSHER_DATA_TOO_LARGE data: data is 10241 bytes after encoding, but one event carries at most 10240: send a reference to it instead, or split it',
    )
    expect(JSON.parse(await trigger('c', 'e', 'é'.repeat(5_120))).data).toHaveLength(5_120)
    expect(await trigger('c', 'e', `${'é'.repeat(5_120)}x`)).toContain('data is 10241 bytes')
    expect(JSON.parse(await trigger('c', 'e', ['x'.repeat(10_236)])).data).toHaveLength(10_240)
    expect(await trigger('c', 'e', ['x'.repeat(10_237)])).toContain('data is 10241 bytes')
  })
})

describe('params', () => {
  test('the socket id may stand alone, as the public documentation writes it', async () => {
    expect(await trigger('c', 'e', 'd', '123.456')).toBe(
      '{"name":"e","data":"d","channels":["c"],"socket_id":"123.456"}',
    )
  })

  test('socket_id and info are sent', async () => {
    expect(await trigger('c', 'e', 'd', { info: 'user_count,subscription_count', socket_id: '1.1' })).toBe(
      '{"name":"e","data":"d","channels":["c"],"socket_id":"1.1","info":"user_count,subscription_count"}',
    )
  })

  test.each([[undefined], [null], [{}], [{ socket_id: undefined, info: null }]])(
    '%j asks for nothing',
    async (params) => {
      expect(await trigger('c', 'e', 'd', params)).toBe('{"name":"e","data":"d","channels":["c"]}')
    },
  )

  test.each([
    ['', 'ERR_PUSHER_INVALID_SOCKET_ID params.socket_id'],
    ['1.1\n', 'ERR_PUSHER_INVALID_SOCKET_ID params.socket_id'],
    [{ socket_id: '1.1:' }, 'ERR_PUSHER_INVALID_SOCKET_ID params.socket_id'],
    [{ socket_id: 1.1 }, 'ERR_PUSHER_INVALID_SOCKET_ID params.socket_id'],
    [{ socketId: '1.1' }, 'ERR_PUSHER_INVALID_PARAMS params.socketId'],
    [{ info: 'users' }, 'ERR_PUSHER_INVALID_PARAMS params.info'],
    [{ info: 'user_count, cache' }, 'ERR_PUSHER_INVALID_PARAMS params.info'],
    [7, 'ERR_PUSHER_INVALID_PARAMS params'],
    [['1.1'], 'ERR_PUSHER_INVALID_PARAMS params'],
  ])('%j is refused', async (params, expected) => {
    expect((await trigger('c', 'e', 'd', params)).split(':', 1)[0]).toBe(expected)
  })
})

describe('batches', () => {
  const event = { channel: 'c', name: 'e', data: { a: 1 } }

  test.each([
    ['no array', undefined, 'ERR_PUSHER_INVALID_BATCH batch'],
    ['no events', [], 'ERR_PUSHER_INVALID_BATCH batch'],
    ['11 events', Array(11).fill(event), 'ERR_PUSHER_INVALID_BATCH batch'],
    ['several channels', [{ ...event, channels: ['a', 'b'] }], 'ERR_PUSHER_INVALID_BATCH batch[0].channels'],
    ['no object', [event, null], 'ERR_PUSHER_INVALID_PARAMS batch[1]'],
    ['an unknown key', [event, { ...event, event: 'x' }], 'ERR_PUSHER_INVALID_PARAMS batch[1].event'],
    ['a wrong channel', [event, { ...event, channel: '*' }], 'ERR_PUSHER_INVALID_CHANNEL batch[1].channel'],
    ['no name', [{ channel: 'c', data: 1 }], 'ERR_PUSHER_INVALID_EVENT_NAME batch[0].name'],
    ['no data', [{ channel: 'c', name: 'e' }], 'ERR_PUSHER_INVALID_DATA batch[0].data'],
    ['large data', [{ ...event, data: 'x'.repeat(10_241) }], 'ERR_PUSHER_DATA_TOO_LARGE batch[0].data'],
    ['a wrong socket id', [{ ...event, socket_id: 'x' }], 'ERR_PUSHER_INVALID_SOCKET_ID batch[0].socket_id'],
  ])('%s: refused', async (_name, value, expected) => {
    expect((await batch(value)).split(':', 1)[0]).toBe(expected)
  })

  test('10 events are sent', async () => {
    expect(JSON.parse(await batch(Array(10).fill(event))).batch).toHaveLength(10)
  })

  test("the caller's objects are not changed", async () => {
    const events = Object.freeze([Object.freeze({ ...event, data: Object.freeze({ a: 1 }) })])
    expect(await batch(events)).toBe('{"batch":[{"channel":"c","name":"e","data":"{\\"a\\":1}"}]}')
    expect(events).toEqual([{ channel: 'c', name: 'e', data: { a: 1 } }])
    const channels = Object.freeze(['b', 'a'])
    await trigger(channels, 'e', 'd')
    expect(channels).toEqual(['b', 'a'])
  })
})
