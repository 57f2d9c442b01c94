/** Reads a word at an index that is inside by construction. */
export const wordAt = (words: Int32Array, index: number): number => words[index] as number

/** Rotates 32 bits to the left, by 1–31. To the right by n is to the left by 32 - n. */
export const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by))
