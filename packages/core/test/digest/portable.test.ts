import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as native from '../../src/digest/node.ts'
import * as portable from '../../src/digest/portable.ts'

/** Bytes that look random and are the same in every run (xorshift32). */
function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = seed
  for (let index = 0; index < length; index++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[index] = state
  }
  return bytes
}
/** Any text at all, lone surrogates included. */
const text = (maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength }).map((codes) => String.fromCharCode(...codes))
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const digests = ({ md5Hex, sha256, createHmacSha256 }: typeof native, message: string | Uint8Array) => [
  md5Hex(message),
  hex(sha256(message)),
  createHmacSha256('7ad3773142a6692b25b8')(message),
]

describe('published values', () => {
  test.each([
    ['', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['abc', '900150983cd24fb0d6963f7d28e17f72'],
    ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
    [
      '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
      '57edf4a22be3c955ac49da2e2107b67a',
    ],
  ])('MD5 of %j (RFC 1321, A.5)', (message, digest) => {
    expect(portable.md5Hex(message)).toBe(digest)
  })

  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('SHA-256 of %j (FIPS 180-4 examples)', (message, digest) => {
    expect(hex(portable.sha256(message))).toBe(digest)
  })

  test('HMAC-SHA256 (RFC 4231, case 2)', () => {
    expect(portable.createHmacSha256('Jefe')('what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
  })
})

describe('the same as node:crypto', () => {
  test('for every length from 0 to 300 bytes', () => {
    const bytes = noise(300, 1)
    for (let length = 0; length <= 300; length++) {
      const message = bytes.subarray(0, length)
      expect(digests(portable, message), `${length} bytes`).toEqual(digests(native, message))
    }
  })

  test('for every length of a key from 0 to 200 bytes: longer than a block, a key is hashed first', () => {
    for (let length = 0; length <= 200; length++) {
      const secret = 'k'.repeat(length)
      expect(portable.createHmacSha256(secret)('message'), `${length} bytes`).toBe(
        native.createHmacSha256(secret)('message'),
      )
    }
  })

  test('for any text', () => {
    fc.assert(
      fc.property(text(400), (message) => {
        expect(digests(portable, message)).toEqual(digests(native, message))
      }),
    )
  })

  test('for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(digests(portable, bytes)).toEqual(digests(native, bytes))
      }),
    )
  })

  test('for any key', () => {
    fc.assert(
      fc.property(text(200), text(50), (secret, message) => {
        expect(portable.createHmacSha256(secret)(message)).toBe(native.createHmacSha256(secret)(message))
      }),
    )
  })

  test.each([
    ['two bytes a character', 'Grüße'],
    ['three bytes a character', '日本語のチャンネル'],
    ['astral characters', '👩‍👩‍👧 🏳️‍🌈 𝄞'],
    ['a lone high surrogate', 'a\ud83db'],
    ['a lone low surrogate at the end', 'a\ude00'],
    ['surrogates the wrong way round', '\ude00\ud83d'],
    ['a byte order mark and a null', '\ufeff\0'],
  ])('for %s, as a message and as a key', (_name, text) => {
    expect(digests(portable, text)).toEqual(digests(native, text))
    expect(portable.createHmacSha256(text)(text)).toBe(native.createHmacSha256(text)(text))
  })

  test.each([
    [65_535, 2],
    [65_536, 3],
    [262_145, 4],
    [1_000_000, 5],
    [1_048_576, 6],
  ])('for %i bytes', (length, seed) => {
    const message = noise(length, seed)
    expect(digests(portable, message)).toEqual(digests(native, message))
  })

  test('for bytes that are a part of a larger buffer', () => {
    const part = noise(1000, 7).subarray(13, 713)
    expect(digests(portable, part)).toEqual(digests(native, part))
    expect(portable.toBase64(part)).toBe(native.toBase64(part))
  })

  test('for any bytes as base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(portable.toBase64(bytes)).toBe(native.toBase64(bytes))
      }),
    )
  })
})

describe('a prepared key', () => {
  test('signs again and again, whatever else is hashed between', () => {
    const sign = portable.createHmacSha256('secret')
    const other = portable.createHmacSha256('another')
    const first = sign('message')
    other('message')
    portable.sha256('x'.repeat(200))
    expect(sign('message')).toBe(first)
    expect(first).not.toBe(other('message'))
  })

  test('leaves the message as it was', () => {
    const message = noise(130, 8)
    const before = message.slice()
    digests(portable, message)
    expect(message).toEqual(before)
  })
})
