/** A query parameter as it is signed: the decoded value, or several for an array (`name[]=a&name[]=b`). */
export type QueryValue = string | readonly string[]

/** Query parameters by lower-case name. */
export type Query = ReadonlyMap<string, QueryValue>

type Encode = (text: string) => string
const raw: Encode = (text) => text

/**
 * Joins parameters in the order both ends agree on: sorted by name, arrays as repeated `name[]`.
 * The name is sorted without its `[]`, as the reference verifier does.
 */
function joinQuery(query: Query, encode: Encode): string {
  const parts: string[] = []
  for (const name of [...query.keys()].sort()) {
    const value = query.get(name) ?? ''
    if (typeof value === 'string') parts.push(`${encode(name)}=${encode(value)}`)
    else for (const item of value) parts.push(`${encode(`${name}[]`)}=${encode(item)}`)
  }
  return parts.join('&')
}

/**
 * The text that a request's signature covers: method, path and sorted parameters, **not** URL-escaped.
 *
 * Source: Channels HTTP API reference, "Generating authentication signatures".
 */
export const stringToSign = (method: string, path: string, query: Query): string =>
  `${method}\n${path}\n${joinQuery(query, raw)}`

/** The same parameters as they travel: percent-encoded. Escaping happens only on the wire. */
export const toQueryString = (query: Query): string => joinQuery(query, encodeURIComponent)
