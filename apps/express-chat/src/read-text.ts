import { Refusal } from './refusal.ts'

/** The largest texts, in characters. A message stays far below the 10,240 bytes that an event may have. */
export const MAX_NAME = 30
export const MAX_TITLE = 30
export const MAX_TEXT = 2_000

/**
 * Reads a text that a person typed, without the spaces around it.
 *
 * @param what How the sentence begins that is shown when it is missing or too long, e.g. `A name`.
 * @throws Refusal 400
 */
export function readText(value: unknown, what: string, maxLength: number): string {
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '' || text.length > maxLength) {
    throw new Refusal(400, `${what} has 1 to ${maxLength} characters.`)
  }
  return text
}
