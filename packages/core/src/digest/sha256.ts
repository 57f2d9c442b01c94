import { type BlockHash, digestBlocks } from './blocks.ts'
import { rotateLeft, wordAt } from './words.ts'

/** Eight 32-bit words. */
type Sha256State = readonly [number, number, number, number, number, number, number, number]

// FIPS 180-4, 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
const K = Int32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
])

// Nothing here waits, so that one message schedule serves every call.
const schedule = new Int32Array(64)

/** SHA-256 as FIPS 180-4 defines it, for {@link digestBlocks}. */
export const SHA256: BlockHash<Sha256State> = {
  // FIPS 180-4, 5.3.3: the same of the square roots of the first eight.
  initial: [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
  littleEndian: false,
  compress(state, view, offset) {
    fillSchedule(view, offset)
    // Not by destructuring: said to be 32-bit integers one by one, the engine keeps them in registers.
    let a = state[0] | 0
    let b = state[1] | 0
    let c = state[2] | 0
    let d = state[3] | 0
    let e = state[4] | 0
    let f = state[5] | 0
    let g = state[6] | 0
    let h = state[7] | 0
    for (let t = 0; t < 64; t++) {
      const sum1 = rotateLeft(e, 26) ^ rotateLeft(e, 21) ^ rotateLeft(e, 7)
      const sum0 = rotateLeft(a, 30) ^ rotateLeft(a, 19) ^ rotateLeft(a, 10)
      const choice = (e & f) ^ (~e & g)
      const majority = (a & b) ^ (a & c) ^ (b & c)
      const mixed = (h + sum1 + choice + wordAt(K, t) + wordAt(schedule, t)) | 0
      h = g
      g = f
      f = e
      e = (d + mixed) | 0
      d = c
      c = b
      b = a
      a = (mixed + sum0 + majority) | 0
    }
    return [
      (state[0] + a) | 0,
      (state[1] + b) | 0,
      (state[2] + c) | 0,
      (state[3] + d) | 0,
      (state[4] + e) | 0,
      (state[5] + f) | 0,
      (state[6] + g) | 0,
      (state[7] + h) | 0,
    ]
  },
}

/** The 64 words of one block: its own 16, and what they stretch to. */
function fillSchedule(view: DataView, offset: number): void {
  for (let t = 0; t < 16; t++) schedule[t] = view.getInt32(offset + 4 * t)
  for (let t = 16; t < 64; t++) {
    const near = wordAt(schedule, t - 2)
    const far = wordAt(schedule, t - 15)
    const sigma1 = rotateLeft(near, 15) ^ rotateLeft(near, 13) ^ (near >>> 10)
    const sigma0 = rotateLeft(far, 25) ^ rotateLeft(far, 14) ^ (far >>> 3)
    schedule[t] = sigma1 + wordAt(schedule, t - 7) + sigma0 + wordAt(schedule, t - 16)
  }
}

/** SHA-256 of bytes: 32 bytes. */
export const sha256Bytes = (bytes: Uint8Array): Uint8Array => digestBlocks(SHA256, bytes)
