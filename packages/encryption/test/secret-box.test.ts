import { createEncryption } from '@pusherkit/encryption'
import fc from 'fast-check'
import nacl from 'tweetnacl'
import { describe, expect, test } from 'vitest'
import { open, seal } from '../src/secret-box.ts'

const [first, second, third] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [
  string,
  string,
  string,
]
const key = new Uint8Array(32).fill(7)

describe('a sealed box', () => {
  test('is opened by the cipher that the official library uses, and the other way round', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
        (text) => {
          const { nonce, ciphertext } = JSON.parse(seal(text, key))
          const theirs = nacl.secretbox.open(
            Buffer.from(ciphertext, 'base64'),
            Buffer.from(nonce, 'base64'),
            key,
          )
          expect(Buffer.from(theirs ?? '').toString('utf8')).toBe(text)
          const box = nacl.secretbox(Buffer.from(text, 'utf8'), Buffer.from(nonce, 'base64'), key)
          expect(open(JSON.stringify({ nonce, ciphertext: Buffer.from(box).toString('base64') }), key)).toBe(
            text,
          )
        },
      ),
    )
  })

  test('is different every time', () => {
    expect(seal('same', key)).not.toBe(seal('same', key))
  })

  test('may be large', () => {
    const text = 'é'.repeat(500_000)
    expect(open(seal(text, key), key)).toBe(text)
  })

  test.each([
    ['another key', () => open(seal('text', key), new Uint8Array(32).fill(8))],
    ['a changed byte', () => open(seal('text', key).replace(/"ciphertext":"./, '"ciphertext":"!'), key)],
    ['no JSON', () => open('text', key)],
    ['null', () => open('null', key)],
    ['no strings', () => open('{"nonce":1,"ciphertext":2}', key)],
    ['a short nonce', () => open('{"nonce":"AAAA","ciphertext":"AAAA"}', key)],
  ])('is not opened: %s', (_name, attempt) => {
    expect(attempt()).toBeUndefined()
  })
})

describe('key rotation', () => {
  const channel = 'private-encrypted-a'
  const before = createEncryption({ masterKeyBase64: first })
  const after = createEncryption({ masterKeyBase64: third, previousMasterKeysBase64: [second, first] })

  test('what was encrypted under a previous key is still decrypted', () => {
    expect(after.decrypt(channel, before.encrypt(channel, '"text"'))).toBe('"text"')
    expect(after.decrypt(channel, after.encrypt(channel, '"text"'))).toBe('"text"')
  })

  test('only the current key encrypts', () => {
    expect(before.decrypt(channel, after.encrypt(channel, '"text"'))).toBeUndefined()
  })

  test('a channel has its own key', () => {
    expect(after.decrypt('private-encrypted-b', after.encrypt(channel, '"text"'))).toBeUndefined()
  })
})
