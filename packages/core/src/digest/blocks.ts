/** MD5 and SHA-256 both eat blocks of 64 bytes. */
export const BLOCK_BYTES = 64

/** The chaining value between two blocks, as 32-bit words. Never changed: the next block makes a new one. */
export type State = readonly number[]

/** A hash of the Merkle–Damgård family: what MD5 and SHA-256 do not have in common. */
export interface BlockHash<S extends State> {
  readonly initial: S
  /** MD5 reads and writes its numbers with the low byte first, SHA-256 with the high byte first. */
  readonly littleEndian: boolean
  /** Mixes the block at an offset, in bytes, into a state. */
  readonly compress: (state: S, view: DataView, offset: number) => S
}

/**
 * Hashes a message to its end: whole blocks where they lie, then the rest with the padding both algorithms share (a one
 * bit, zeros, and the length in bits as 64 bits).
 *
 * @param state Where to start: other than `hash.initial` when blocks went before the message.
 * @param before The length of what went before, in bytes.
 */
export function digestBlocks<S extends State>(
  hash: BlockHash<S>,
  message: Uint8Array,
  state: S = hash.initial,
  before = 0,
): Uint8Array {
  const rest = message.length % BLOCK_BYTES
  const whole = message.length - rest
  const middle = compressBlocks(hash, state, message, whole)

  const tail = new Uint8Array(rest < BLOCK_BYTES - 8 ? BLOCK_BYTES : 2 * BLOCK_BYTES)
  tail.set(message.subarray(whole))
  tail[rest] = 0x80
  const bits = BigInt(before + message.length) * 8n
  new DataView(tail.buffer).setBigUint64(tail.length - 8, bits, hash.littleEndian)
  return toBytes(compressBlocks(hash, middle, tail, tail.length), hash.littleEndian)
}

/** Mixes the first `length` bytes into a state. `length` is a multiple of the block size. */
export function compressBlocks<S extends State>(
  { compress }: BlockHash<S>,
  start: S,
  bytes: Uint8Array,
  length: number,
): S {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let state = start
  for (let offset = 0; offset < length; offset += BLOCK_BYTES) state = compress(state, view, offset)
  return state
}

function toBytes(words: State, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(words.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [index, word] of words.entries()) view.setInt32(index * 4, word, littleEndian)
  return bytes
}
