import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createHmacSha256 } from '../../src/digest/node.ts'

const expected = (secret: string, message: string | Uint8Array): string =>
  createHmac('sha256', secret).update(message).digest('hex')
/** Any text at all, lone surrogates included. */
const text = (maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength }).map((codes) => String.fromCharCode(...codes))

describe('the HMAC-SHA256 of node:crypto', () => {
  test('for any key and any text', () => {
    fc.assert(
      fc.property(text(100), text(400), (secret, message) => {
        expect(createHmacSha256(secret)(message)).toBe(expected(secret, message))
      }),
    )
  })

  test('for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (message) => {
        expect(createHmacSha256('secret')(message)).toBe(expected('secret', message))
      }),
    )
  })

  test.each([5_460, 5_461, 5_462, 16_383, 16_384, 16_385, 100_000])(
    'for %i characters and bytes',
    (length) => {
      const sign = createHmacSha256('secret')
      for (const message of ['日'.repeat(length), 'a'.repeat(length), Buffer.alloc(length, 7)]) {
        expect(sign(message)).toBe(expected('secret', message))
      }
    },
  )

  test('for a short message after a long one', () => {
    const sign = createHmacSha256('secret')
    sign('x'.repeat(5_000))
    expect(sign('short')).toBe(expected('secret', 'short'))
    expect(sign('')).toBe(expected('secret', ''))
  })
})
