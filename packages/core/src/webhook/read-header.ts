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
  const pairs = Symbol.iterator in headers ? headers : Object.entries(headers)
  const found: string[] = []
  for (const [key, value] of pairs) {
    if (typeof key !== 'string' || key.toLowerCase() !== name) continue
    for (const item of Array.isArray(value) ? value : [value]) if (typeof item === 'string') found.push(item)
  }
  return found.length === 0 ? undefined : found.join(', ')
}
