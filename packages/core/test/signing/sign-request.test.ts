import { describe, expect, test } from 'vitest'
import type { RequestSpec } from '../../src/request/request-spec.ts'
import { createToken, signRequest } from '../../src/signing/index.ts'

const token = createToken({ key: '278d425bdf160c739803', secret: '7ad3773142a6692b25b8' })
const sign = (spec: Partial<RequestSpec>) =>
  signRequest(
    { method: 'GET', path: '/apps/3/channels', query: new Map(), body: undefined, ...spec },
    token,
    'https://api-eu.pusher.com',
    1_353_088_179_999,
  )

describe('a signed request', () => {
  test('is the worked example of the API reference, to the byte', () => {
    const body = '{"name":"foo","channels":["project-3"],"data":"{\\"some\\":\\"data\\"}"}'
    expect(sign({ method: 'POST', path: '/apps/3/events', body })).toEqual({
      method: 'POST',
      origin: 'https://api-eu.pusher.com',
      target:
        '/apps/3/events?auth_key=278d425bdf160c739803&auth_timestamp=1353088179&auth_version=1.0&body_md5=ec365a775a4cd0599faeb73354201b6f&auth_signature=da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6c',
      headers: { 'content-type': 'application/json', 'x-pusher-library': 'pusherkit 0.0.0' },
      body,
    })
  })

  test('has no body_md5 and no content type without a body', () => {
    const request = sign({})
    expect(request.target).not.toContain('body_md5')
    expect(request.headers).toEqual({ 'x-pusher-library': 'pusherkit 0.0.0' })
  })

  test('escapes query values on the wire only: the raw ones are signed', () => {
    const { target } = sign({ query: new Map([['filter_by_prefix', 'a b&c+d=é#%2C,@;']]) })
    // HMAC-SHA256 of "GET\n/apps/3/channels\nauth_key=…&filter_by_prefix=a b&c+d=é#%2C,@;" under the secret.
    expect(target).toBe(
      `/apps/3/channels?auth_key=278d425bdf160c739803&auth_timestamp=1353088179&auth_version=1.0&filter_by_prefix=a%20b%26c%2Bd%3D%C3%A9%23%252C%2C%40%3B&auth_signature=${token.sign(
        'GET\n/apps/3/channels\nauth_key=278d425bdf160c739803&auth_timestamp=1353088179&auth_version=1.0&filter_by_prefix=a b&c+d=é#%2C,@;',
      )}`,
    )
  })

  test('repeats an array under its name with brackets, in its own order', () => {
    const { target } = sign({ query: new Map([['things', ['b', 'a']]]) })
    expect(target).toContain('things%5B%5D=b&things%5B%5D=a')
  })
})

describe('a token', () => {
  test('gives its secret to nobody', async () => {
    const { inspect } = await import('node:util')
    expect(inspect(token, { showHidden: true, depth: 9 }) + JSON.stringify(token)).not.toContain(
      '7ad3773142a6692b25b8',
    )
  })
})
