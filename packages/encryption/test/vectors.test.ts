import { Pusher } from '@pusherkit/core'
import { createEncryption } from '@pusherkit/encryption'
import { describe, expect, test } from 'vitest'
import { open, seal } from '../src/secret-box.ts'
import { sharedSecret } from '../src/shared-secret.ts'

// Known inputs and outputs from the tests of the official libraries.
const bytes = (text: string, encoding: BufferEncoding): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding))

describe('the key of a channel', () => {
  test.each([
    [
      'node',
      'private-encrypted-bla',
      bytes('zyrm8pvV2C9fJcBfhyXzvxbJVN/H7QLmbe0xJi1GhPU=', 'base64'),
      'nlr49ISQHz91yS3cy/yWmW8wFMNeTnNL5tNHnbPJcLQ=',
    ],
    [
      'php',
      'private-encrypted-channel-a',
      bytes('a'.repeat(32), 'utf8'),
      'Rp+wpkNpL89qhqco1JkIG31AVXyU8PUVJBr1B2MvdoA=',
    ],
    [
      'python',
      'private-encrypted-channel',
      bytes('OHRXNUZRTG5pUTFzQlFGd3J3N3Q2VFZFc0paZDEweVk=', 'base64'),
      'VmIsNZtCSteh8kazd2toc+ofhohBtUouQRSDtRvuyVI=',
    ],
    [
      'ruby',
      'private-encrypted-1',
      bytes('3W1pfB/Etr+ZIlfMWwZP3gz8jEeCt4s2pe6Vpr+2c3M=', 'utf8'),
      '6zeEp/chneRPS1cbK/hGeG860UhHomxSN6hTgzwT20I=',
    ],
  ])('is what the library for %s computes', (_library, channel, masterKey, expected) => {
    expect(Buffer.from(sharedSecret(channel, masterKey)).toString('base64')).toBe(expected)
  })
})

test('a box is what the library for python seals', () => {
  const key = sharedSecret(
    'pvUPIk0YG6MnxCEMIUUVFrbDmQwbhICXUcy',
    bytes('OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5', 'utf8'),
  )
  const sealed =
    '{"nonce":"WEFKSTBZNkRQQkhTQUhYVEhWM0EzWk1G","ciphertext":"tsYJa2JgGDOpVIYFe4aNVWAvZlpB7z7CjN9mpIdbATE0Yc4izN8aM8D6VigBxnIQ"}'
  expect(seal('kkkT5OOkOkO5kT5TOO5TkOT5TTk5O55T', key, bytes('XAJI0Y6DPBHSAHXTHV3A3ZMF', 'utf8'))).toBe(
    sealed,
  )
  expect(open(sealed, key)).toBe('kkkT5OOkOkO5kT5TOO5TkOT5TTk5O55T')
})

test('authorization of an encrypted channel is what the library for python answers', () => {
  const masterKeyBase64 = 'OHRXNUZRTG5pUTFzQlFGd3J3N3Q2VFZFc0paZDEweVk='
  const encryption = createEncryption({ masterKeyBase64 })
  const pusher = new Pusher({ appId: '1', key: 'foo', secret: 'bar', cluster: 'eu', encryption })
  expect(pusher.authorizeChannel('345.23', 'private-encrypted-channel')).toEqual({
    auth: 'foo:fff0503dfe4929f5162efe4d1dacbce524b0d8e7e1331117a8651c0e74d369e3',
    shared_secret: 'VmIsNZtCSteh8kazd2toc+ofhohBtUouQRSDtRvuyVI=',
  })
  expect(Buffer.from(pusher.channelSharedSecret('private-encrypted-channel')).toString('base64')).toBe(
    'VmIsNZtCSteh8kazd2toc+ofhohBtUouQRSDtRvuyVI=',
  )
})

describe('a master key', () => {
  const valid = 'dGhpcyBpcyAzMiBieXRlcyAxMjM0NTY3ODkwMTIzNDU='
  const rule = 'it is 32 random bytes as base64, e.g. from openssl rand -base64 32'

  test('of 32 bytes is taken', () => {
    expect(() => createEncryption({ masterKeyBase64: valid })).not.toThrow()
  })

  test.each([
    ['31 bytes', 'dGhpcyBpcyAzMSBieXRlcyAxMjM0NTY3ODkwMTIzNA==', 'has 31 bytes'],
    ['33 bytes', 'dGhpcyBpcyAzMyBieXRlcyAxMjM0NTY3ODkwMTIzNDU2', 'has 33 bytes'],
    ['other characters', 'dGhpcyBpcyAzMyBi!XRlcyAxMjM0NTY3ODkw#TIzNDU2', 'is not base64'],
    ['broken base64', 'aGkgd(GhlcmUK', 'is not base64'],
    ['nothing', '', 'is missing'],
    ['no text', undefined, 'is missing'],
  ])('of %s is refused, and not shown', (_name, masterKeyBase64, what) => {
    expect(() => createEncryption({ masterKeyBase64: masterKeyBase64 as string })).toThrow(
      expect.objectContaining({
        code: 'ERR_PUSHER_INVALID_OPTION',
        message: `Option masterKeyBase64 ${what}: ${rule}`,
        value: undefined,
      }),
    )
  })

  test('of the past is checked as well', () => {
    expect(() =>
      createEncryption({ masterKeyBase64: valid, previousMasterKeysBase64: [valid, 'x'] }),
    ).toThrow(`Option previousMasterKeysBase64[1] is not base64: ${rule}`)
  })

  test('is not found in what a client shows', async () => {
    const { inspect } = await import('node:util')
    const encryption = createEncryption({ masterKeyBase64: valid })
    const pusher = new Pusher({ appId: '1', key: 'k', secret: 'the-secret', cluster: 'eu', encryption })
    const shown = [
      inspect(encryption, { depth: 9, showHidden: true }),
      JSON.stringify(encryption),
      inspect(pusher),
    ].join()
    expect(shown).not.toContain(valid)
    expect(shown).not.toContain('this is 32 bytes')
  })
})
