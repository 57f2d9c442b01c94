import type { RequestHeaders } from './webhook-request.ts'

/**
 * Reads one header of any collection of headers, or undefined.
 *
 * A header that came more than once is joined by commas, as Fetch does. A signature that came twice is then no
 * signature, whichever of the two a proxy has looked at.
 *
 * @param name The header's name in lower case.
 */
export function readHeader(headers: RequestHeaders | null | undefined, name: string): string | undefined {
  if (typeof headers !== 'object' || headers === null) return undefined
  let found: string | undefined
  if (Symbol.iterator in headers) {
    for (const [key, value] of headers) if (isNamed(key, name)) found = join(found, value)
  } else {
    for (const key of Object.keys(headers)) if (isNamed(key, name)) found = join(found, headers[key])
  }
  return found
}

/** The length tells most of the others apart, and takes less time than lower case. */
const isNamed = (key: unknown, name: string): boolean =>
  typeof key === 'string' && key.length === name.length && key.toLowerCase() === name

function join(found: string | undefined, value: unknown): string | undefined {
  if (typeof value === 'string') return found === undefined ? value : `${found}, ${value}`
  return Array.isArray(value) ? value.reduce<string | undefined>(join, found) : found
}
