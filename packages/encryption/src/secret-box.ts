import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js'
import { fromBase64, toBase64 } from '@pusherkit/core/signing'

const NONCE_BYTES = 24
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Encrypts text under a channel's key with a fresh random nonce: NaCl's secretbox, as it travels.
 *
 * @returns `{"nonce":"…","ciphertext":"…"}`, both base64.
 */
export function seal(plaintext: string, key: Uint8Array, nonce: Uint8Array = randomNonce()): string {
  const ciphertext = xsalsa20poly1305(key, nonce).encrypt(encoder.encode(plaintext))
  return JSON.stringify({ nonce: toBase64(nonce), ciphertext: toBase64(ciphertext) })
}

/** Decrypts what {@link seal} made; undefined when it was made with another key or is no such thing. */
export function open(data: string, key: Uint8Array): string | undefined {
  try {
    const { nonce, ciphertext } = JSON.parse(data) as Record<string, unknown>
    const [nonceBytes, bytes] = [toBytes(nonce), toBytes(ciphertext)]
    if (nonceBytes?.length !== NONCE_BYTES || !bytes) return undefined
    return decoder.decode(xsalsa20poly1305(key, nonceBytes).decrypt(bytes))
  } catch {
    return undefined
  }
}

const toBytes = (value: unknown): Uint8Array | undefined =>
  typeof value === 'string' ? fromBase64(value) : undefined

const randomNonce = (): Uint8Array => crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
