/**
 * Makes ids for connections: random first, so that no test comes to rely on a number, then a count, so that no two are
 * alike.
 *
 * @param random From 0 to just below 1.
 */
export function createSocketIds(random: () => number): () => string {
  let count = 0
  return () => `${1 + Math.floor(random() * 999_999)}.${++count}`
}
