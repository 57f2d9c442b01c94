import { describe, expect, test } from 'vitest'
import { createHmacSha256, md5Hex, sha256 } from '#digest'
import { isChannelName, isEncryptedChannel, isSocketId, isUserChannel } from '../src/contract/index.ts'
import { channelAuth, createToken, type QueryValue, stringToSign, userAuth } from '../src/signing/index.ts'
import { signedQuery } from '../src/signing/sign-request.ts'
import vectors from './fixtures/vectors.json' with { type: 'json' }

// The fixture's records differ by kind; each runner below reads the fields of its own.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Vector = any

const bytes = (text: string, encoding: string): Uint8Array => Buffer.from(text, encoding as BufferEncoding)
const toQuery = (params: Record<string, unknown>): Map<string, QueryValue> =>
  new Map(Object.entries(params).map(([key, value]) => [key, value === null ? '' : String(value)]))

const runners: Record<string, (vector: Vector) => void> = {
  hmac_sha256_hex: ({ input, output }) => expect(createHmacSha256(input.secret)(input.data)).toBe(output),
  md5_hex: ({ input, output }) => expect(md5Hex(input.data)).toBe(output),
  request_signature: ({ input, output, derived }) => {
    const query = toQuery(input.params)
    // Python sends the MD5 of an empty body; this library leaves it out, and both are accepted.
    if (input.body === '') query.set('body_md5', derived.body_md5)
    const spec = { method: input.method, path: input.path, query, body: input.body || undefined }
    const signed = signedQuery(spec, createToken(input), input.timestamp * 1000)
    expect(signed.split('&').at(-1)).toBe(`auth_signature=${output}`)
    if (derived.body_md5) expect(signed).toContain(`body_md5=${derived.body_md5}`)
  },
  string_to_sign_only: ({ input, output }) =>
    expect(stringToSign(input.method, input.path, toQuery(input.params))).toBe(output),
  channel_auth: ({ input, output }) =>
    expect(
      channelAuth(createToken(input), input.socket_id, input.channel, input.channel_data ?? undefined),
    ).toBe(output.auth),
  user_auth: ({ input, output }) =>
    expect(userAuth(createToken(input), input.socket_id, input.user_data)).toBe(output.auth),
  docs_erratum: ({ input, published_output, recomputed_output }) => {
    const auth = channelAuth(createToken(input), input.socket_id, input.channel, input.channel_data)
    expect(auth).toBe(`${input.key}:${recomputed_output}`)
    expect(auth).not.toContain(published_output)
  },
  webhook_signature: ({ input, output }) => expect(createHmacSha256(input.secret)(input.body)).toBe(output),
  shared_secret: ({ input, output, output_encoding }) => {
    const key = bytes(input.master_key, input.master_key_encoding)
    const secret = sha256(Buffer.concat([bytes(input.channel, 'utf8'), key]))
    expect(Buffer.from(secret).toString(output_encoding)).toBe(output)
  },
  socket_id_validity: ({ valid, invalid }) => {
    expect(valid.filter((id: string) => !isSocketId(id))).toEqual([])
    expect(invalid.filter(isSocketId)).toEqual([])
  },
  channel_name_validity: ({ valid, invalid }) => {
    expect(valid.filter((name: string) => !isChannelName(name))).toEqual([])
    expect(invalid.filter((name: string) => isChannelName(name))).toEqual([])
    expect(isChannelName('x'.repeat(200))).toBe(true)
    expect(isChannelName('x'.repeat(201))).toBe(false)
  },
  server_to_user_channel: ({ valid, invalid }) => {
    expect(valid.filter((name: string) => !isUserChannel(name))).toEqual([])
    expect(invalid.filter(isUserChannel)).toEqual([])
  },
  is_encrypted_channel: (vector) => {
    expect(vector.true.filter((name: string) => !isEncryptedChannel(name))).toEqual([])
    expect(vector.false.filter(isEncryptedChannel)).toEqual([])
  },
}

// Kinds that do not apply to what core does, each with the reason.
const notApplicable: Record<string, string> = {
  secretbox_encrypt: 'core has no cipher: end-to-end encryption is a package of its own',
  master_key_base64: 'core takes no master key: end-to-end encryption is a package of its own',
  not_reproducible: 'the inputs were never published',
}

describe('known inputs and outputs of the protocol', () => {
  const applicable = vectors.vectors.filter(({ kind }) => !(kind in notApplicable))

  test.each(applicable.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const run = runners[vector.kind]
    expect(run, `no runner for kind ${vector.kind}`).toBeDefined()
    run?.(vector)
  })

  test('every kind that is left out is left out for a stated reason', () => {
    const kinds = new Set(vectors.vectors.map(({ kind }) => kind))
    expect(Object.keys(notApplicable).filter((kind) => !kinds.has(kind))).toEqual([])
    expect([...kinds].filter((kind) => !(kind in notApplicable) && !(kind in runners))).toEqual([])
  })
})
