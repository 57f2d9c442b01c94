import { isJsonObject, type JsonObject } from '../json-object.ts'
import { quote } from '../quote.ts'

// Node's timers fire at once when told to wait for more than 2^31 ms; a day is far from it and longer than any test.
const LONGEST_TIMEOUT = 86_400

/** Reads a setting that is on or off. */
export function readFlag(value: unknown, place: string): boolean {
  if (typeof value === 'boolean') return value
  throw new TypeError(`Option ${place} must be true or false, but it is ${quote(value)}`)
}

/** Reads a whole number. */
export function readWholeNumber(value: unknown, place: string, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  throw new TypeError(
    `Option ${place} must be a whole number from ${least} to ${most}, but it is ${quote(value)}`,
  )
}

/** Reads a length of time: seconds above 0, up to a day. */
export function readSeconds(value: unknown, place: string): number {
  if (typeof value === 'number' && value > 0 && value <= LONGEST_TIMEOUT) return value
  throw new TypeError(
    `Option ${place} must be a number of seconds above 0, at most ${LONGEST_TIMEOUT}, but it is ${quote(value)}`,
  )
}

/** Refuses a field that nobody would read. */
export function refuseUnknown(
  fields: JsonObject,
  known: readonly string[],
  place: string,
  they: string,
): void {
  const unknown = Object.keys(fields).find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new TypeError(`Unknown option ${place}.${unknown}; ${they} ${known.join(', ')}`)
}

/** Reads options that are an object with known fields. */
export function readFields(options: unknown, place: string, known: readonly string[]): JsonObject {
  if (!isJsonObject(options)) {
    throw new TypeError(`Option ${place} must be an object of options, but it is ${quote(options)}`)
  }
  refuseUnknown(options, known, place, 'it takes')
  return options
}
