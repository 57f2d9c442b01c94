/** Random choices that a seed repeats. */
export interface Random {
  /** From 0 to just below 1. */
  readonly next: () => number
  /** A whole number from 0 to just below the limit. */
  readonly below: (limit: number) => number
  /** One of a list. */
  readonly pick: <T>(list: readonly [T, ...T[]]) => T
}

/** Marsaglia's xorshift32: short, and good enough to choose test cases. */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { next, below, pick: (list) => list[below(list.length)] ?? list[0] }
}
