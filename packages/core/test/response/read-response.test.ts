import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { Pusher, PusherRequestError, PusherResponse, type RawResponse } from '../../src/index.ts'

const answering = (raw: Partial<RawResponse>) =>
  new Pusher({
    appId: '1',
    key: 'k',
    secret: 'the-secret',
    cluster: 'eu',
    transport: async () => ({ status: 200, headers: {}, body: '{}', ...raw }),
  })
const refusal = async (raw: Partial<RawResponse>): Promise<PusherRequestError> =>
  answering(raw)
    .trigger('c', 'e', 'd')
    .then(
      () => {
        throw new Error('it was accepted')
      },
      (error) => error,
    )

describe('a refusal', () => {
  test.each([
    [400, 'bad', 'POST https://api-eu.pusher.com/apps/1/events was answered 400: bad', false],
    [
      401,
      'Unknown auth_key\n',
      'POST https://api-eu.pusher.com/apps/1/events was answered 401: Unknown auth_key\nCheck appId, key and secret, and that the clock of this machine is right to 10 minutes.',
      false,
    ],
    [
      403,
      '',
      'POST https://api-eu.pusher.com/apps/1/events was answered 403\nThe app is disabled or over its quota.',
      false,
    ],
    [
      429,
      '',
      'POST https://api-eu.pusher.com/apps/1/events was answered 429\nToo many requests: send fewer, or batch them.',
      true,
    ],
    [500, 'oops', 'POST https://api-eu.pusher.com/apps/1/events was answered 500: oops', true],
    [503, '', 'POST https://api-eu.pusher.com/apps/1/events was answered 503', true],
  ])('%i', async (status, body, message, retryable) => {
    const error = await refusal({ status, body })
    expect(error).toBeInstanceOf(PusherRequestError)
    expect(error).toMatchObject({ code: 'ERR_PUSHER_REQUEST', status, body, message, retryable })
  })

  test('a signature that the server repeats is not passed on', async () => {
    const signature = 'da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6c'
    const error = await refusal({ status: 401, body: `Invalid signature: … but you sent "${signature}"` })
    expect(error.body).toBe('Invalid signature: … but you sent "[signature removed]"')
    expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain(signature)
  })
})

describe('servers that answer in another way', () => {
  test.each([
    ['soketi', '{"error":"The secret authentication failed","code":401}', 401],
    ['soketi, too much', '{"error":"Too many requests.","code":429}', 429],
    ['Sockudo', '{"error":"nope","code":"auth_failed"}', 401],
  ])('%s: an error under HTTP 200 is an error', async (_name, body, status) => {
    expect(await refusal({ status: 200, body })).toMatchObject({ code: 'ERR_PUSHER_REQUEST', status, body })
  })

  test('data that only looks like an error is not one', async () => {
    const body = '{"occupied":true,"cache":{"data":"{\\"error\\":\\"x\\",\\"code\\":401}","ttl":1}}'
    expect(await answering({ body }).channel('cache-a', { info: 'cache' })).toEqual({
      occupied: true,
      cache: { data: '{"error":"x","code":401}', ttl: 1 },
    })
  })

  test('Reverb lists no channels as an array', async () => {
    expect(await answering({ body: '{"channels":[]}' }).channels()).toEqual({ channels: {} })
  })

  test('Reverb answers a batch with an object', async () => {
    const response = await answering({ body: '{"batch":{"0":{"user_count":1},"1":{}}}' }).triggerBatch([
      { channel: 'c', name: 'e', data: 'd', info: 'user_count' },
    ])
    expect(await response.json()).toEqual({ batch: [{ user_count: 1 }, {}] })
  })

  test('soketi and Reverb give numeric user ids as numbers', async () => {
    expect(await answering({ body: '{"users":[{"id":7},{"id":"8"}]}' }).users('presence-a')).toEqual({
      users: [{ id: '7' }, { id: '8' }],
    })
  })
})

describe('a success', () => {
  test('can be read more than once', async () => {
    const response = await answering({ body: '{"ok":true}' }).trigger('c', 'e', 'd')
    expect(response).toBeInstanceOf(PusherResponse)
    expect([await response.json(), await response.json(), await response.text()]).toEqual([
      { ok: true },
      { ok: true },
      '{"ok":true}',
    ])
  })

  test('whose body is not JSON is refused when it is read as JSON', async () => {
    const response = await answering({ body: '<html>' }).trigger('c', 'e', 'd')
    expect(await response.text()).toBe('<html>')
    await expect(response.json()).rejects.toMatchObject({
      code: 'ERR_PUSHER_RESPONSE',
      message:
        'POST https://api-eu.pusher.com/apps/1/events answered 200 with a body that is not JSON: "<html>"',
      body: '<html>',
    })
  })
})
