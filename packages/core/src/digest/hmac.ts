import { BLOCK_BYTES, compressBlocks, digestBlocks } from './blocks.ts'
import { SHA256, sha256Bytes } from './sha256.ts'

/**
 * HMAC-SHA256 as RFC 2104 defines it. The key's two blocks are mixed in once, here: a signature then costs the message
 * and two more blocks. What is kept is the state after them, never the key.
 *
 * @returns The function that signs with this key: 32 bytes.
 */
export function createHmac(secret: Uint8Array): (message: Uint8Array) => Uint8Array {
  const key = new Uint8Array(BLOCK_BYTES)
  key.set(secret.length > BLOCK_BYTES ? sha256Bytes(secret) : secret)
  const prepare = (pad: number) =>
    compressBlocks(
      SHA256,
      SHA256.initial,
      key.map((byte) => byte ^ pad),
      BLOCK_BYTES,
    )
  const inner = prepare(0x36)
  const outer = prepare(0x5c)
  return (message) =>
    digestBlocks(SHA256, digestBlocks(SHA256, message, inner, BLOCK_BYTES), outer, BLOCK_BYTES)
}
