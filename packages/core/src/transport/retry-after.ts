import type { RawResponse } from './transport.ts'

/**
 * How long an answer tells us to wait, in ms, or undefined where it says nothing that can be understood.
 *
 * The header holds seconds or an HTTP date (RFC 9110 §10.2.3). soketi writes fractions of seconds, such as `0.992`.
 * Ask only about refusals: soketi puts the header on its successes as well, where it means nothing.
 *
 * @param now In ms since 1970.
 */
export function retryAfter({ headers }: Pick<RawResponse, 'headers'>, now: number): number | undefined {
  const value = headers['retry-after']?.trim()
  if (!value) return undefined
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000
  // Date.parse also reads "-5" and "1.5e3" as years; every HTTP date starts with the name of a day.
  const date = /^[A-Z][a-z]{2}/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
