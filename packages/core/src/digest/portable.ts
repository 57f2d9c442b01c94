import { toBase64 as toPortableBase64 } from '../encoding/base64.ts'
import type { Digest } from './digest.ts'
import { toHex } from './hex.ts'
import { createHmac } from './hmac.ts'
import { md5Bytes } from './md5.ts'
import { sha256Bytes } from './sha256.ts'
import { toBytes } from './utf8.ts'

/** {@link Digest.md5Hex} without any API of a runtime but `TextEncoder`. */
export const md5Hex: Digest['md5Hex'] = (message) => toHex(md5Bytes(toBytes(message)))

/** {@link Digest.sha256} without any API of a runtime but `TextEncoder`. */
export const sha256: Digest['sha256'] = (message) => sha256Bytes(toBytes(message))

/** {@link Digest.createHmacSha256} without any API of a runtime but `TextEncoder`. */
export const createHmacSha256: Digest['createHmacSha256'] = (secret) => {
  const hmac = createHmac(toBytes(secret))
  return (message) => toHex(hmac(toBytes(message)))
}

/** {@link Digest.toBase64} without any API of a runtime but `btoa`. */
export const toBase64: Digest['toBase64'] = toPortableBase64
