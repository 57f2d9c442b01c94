import type { Query, QueryValue } from './string-to-sign.ts'

/** Reads a query string the way the API does: decoded, names in lower case, `name[]` gathered into an array. */
export function parseQuery(text: string): Query {
  const query = new Map<string, QueryValue>()
  for (const [rawName, value] of new URLSearchParams(text)) {
    const name = rawName.toLowerCase()
    if (!name.endsWith('[]')) {
      query.set(name, value)
      continue
    }
    const bare = name.slice(0, -2)
    const before = query.get(bare)
    query.set(bare, Array.isArray(before) ? [...before, value] : [value])
  }
  return query
}
