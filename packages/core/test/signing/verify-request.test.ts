import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RequestSpec } from '../../src/request/request-spec.ts'
import { createToken, type ReceivedRequest, signRequest, verifyRequest } from '../../src/signing/index.ts'

const token = createToken({ key: 'app-key', secret: 'app-secret' })
const findToken = (key: string) => (key === token.key ? token : undefined)
const NOW = 1_700_000_000_000

const received = (spec: RequestSpec, now = NOW): ReceivedRequest => {
  const { target, body } = signRequest(spec, token, 'https://api.example.com', now)
  const [path = '', query = ''] = target.split('?')
  return { method: spec.method, path, query, body: body ?? '' }
}
const spec: RequestSpec = { method: 'POST', path: '/apps/1/events', query: new Map(), body: '{"name":"e"}' }

describe('the law of signing', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !text.endsWith('[]') && text.isWellFormed() && !/^(auth_|body_md5)/i.test(text))
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }),
  )
  const specs = fc.record({
    method: fc.constantFrom('GET' as const, 'POST' as const),
    path: fc.constantFrom('/apps/1/events', '/p/apps/x/channels/presence-a=b@c,d;e/users'),
    query: fc
      .dictionary(name, value)
      .map((query) => new Map(Object.entries(query).map(([key, item]) => [key.toLowerCase(), item]))),
    body: fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
  })

  test('what was signed verifies, and gives the parameters back as they were', () => {
    fc.assert(
      fc.property(specs, (generated) => {
        const verdict = verifyRequest(received(generated), findToken, NOW)
        expect(verdict).toEqual({ ok: true, key: 'app-key', query: generated.query })
      }),
    )
  })

  test('a request signed with another secret never verifies', () => {
    const other = createToken({ key: 'app-key', secret: 'another' })
    fc.assert(
      fc.property(specs, (generated) => {
        expect(verifyRequest(received(generated), () => other, NOW).ok).toBe(false)
      }),
    )
  })
})

describe('the sentences of a refusal', () => {
  const refusal = (change: (request: ReceivedRequest) => ReceivedRequest, now = NOW): string => {
    const verdict = verifyRequest(change(received(spec)), findToken, now)
    return verdict.ok ? 'accepted' : `${verdict.status} ${verdict.message}`
  }
  const withQuery = (pattern: RegExp, replacement: string) => (request: ReceivedRequest) => ({
    ...request,
    query: request.query.replace(pattern, replacement),
  })

  test.each([
    ['no key', withQuery(/auth_key=[^&]*&/, ''), '401 Missing parameter: auth_key'],
    ['another key', withQuery(/app-key/, 'other'), '401 Unknown auth_key'],
    ['no version', withQuery(/auth_version=[^&]*&/, ''), '401 Version required'],
    ['another version', withQuery(/auth_version=1.0/, 'auth_version=2.0'), '401 Version not supported'],
    ['no timestamp', withQuery(/auth_timestamp=\d+&/, ''), '401 Timestamp required'],
    ['a timestamp in words', withQuery(/auth_timestamp=\d+/, 'auth_timestamp=now'), '401 Timestamp required'],
  ])('%s', (_case, change, sentence) => {
    expect(refusal(change)).toBe(sentence)
  })

  test('a timestamp is accepted up to 599 s away and refused from 600 s on', () => {
    expect(refusal((request) => request, NOW + 599_000)).toBe('accepted')
    expect(refusal((request) => request, NOW - 599_000)).toBe('accepted')
    expect(refusal((request) => request, NOW + 600_000)).toBe(
      '401 Timestamp expired: Given timestamp (2023-11-14T22:13:20Z) not within 600s of server time (2023-11-14T22:23:20Z)',
    )
    expect(refusal((request) => request, NOW - 600_000)).toContain('401 Timestamp expired')
  })

  test('a wrong signature is told which text it should have signed', () => {
    expect(refusal(withQuery(/auth_signature=.*/, 'auth_signature=00'))).toBe(
      '401 Invalid signature: you should have sent HmacSHA256Hex("POST\\n/apps/1/events\\nauth_key=app-key&auth_timestamp=1700000000&auth_version=1.0&body_md5=3d7bd2138e20670d16806cfbbb3dd447", your_secret_key), but you sent "00"',
    )
  })

  test('a body that is not the signed one', () => {
    expect(refusal((request) => ({ ...request, body: '{}' }))).toContain('401 Invalid body_md5')
  })

  test('another path or method than the signed one', () => {
    expect(refusal((request) => ({ ...request, path: '/apps/2/events' }))).toContain('401 Invalid signature')
    expect(refusal((request) => ({ ...request, method: 'GET' }))).toContain('401 Invalid signature')
  })

  test('a body without body_md5', () => {
    const { path, query } = received({ ...spec, body: undefined })
    expect(verifyRequest({ method: 'POST', path, query, body: '{}' }, findToken, NOW).ok).toBe(false)
  })
})
