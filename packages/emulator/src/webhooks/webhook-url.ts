/**
 * Checks where a webhook goes.
 *
 * @returns The URL as parsers write it, without its fragment, which no server sees.
 * @throws {TypeError} Names the option, and never shows the URL: it may hold a password or a token.
 */
export function readUrl(url: unknown, place: string): string {
  const parsed = typeof url === 'string' ? URL.parse(url) : null
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new TypeError(`Option ${place} must be a URL that starts with http:// or https://`)
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new TypeError(
      `Option ${place} must have no user name and password; the webhook's signature says who sent it`,
    )
  }
  parsed.hash = ''
  return parsed.href
}

/** A webhook's URL for people: without the query, which may hold a token. */
export const displayUrl = (url: string): string => url.replace(/\?.*$/s, '')
