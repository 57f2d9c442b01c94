/**
 * Compares two signatures without telling by its duration where they differ. Lengths are not secret here: a hex
 * HMAC-SHA256 has 64 characters.
 */
export function constantTimeEqual(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let index = 0; index < a.length; index++) difference |= a.charCodeAt(index) ^ b.charCodeAt(index)
  return difference === 0
}
