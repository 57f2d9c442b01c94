import type { JournalEntry } from '../journal/entry.ts'
import type { ServerMessage } from './messages.ts'

/** How many characters of one text a console gets. Events of the protocol's own size, 10 kB, arrive whole. */
const LONGEST = 16_384

const cutLong = (_name: string, value: unknown): unknown =>
  typeof value === 'string' && value.length > LONGEST
    ? `${value.slice(0, LONGEST)}… (${value.length - LONGEST} characters more)`
    : value

/** Writes an entry as JSON text, with long texts cut. */
export const encodeEntry = (entry: JournalEntry): string => JSON.stringify(entry, cutLong)

/** Writes any other message as JSON text, with long texts cut. */
export const encode = (message: Exclude<ServerMessage, { entries: unknown }>): string =>
  JSON.stringify(message, cutLong)

/** Writes a message with entries that are JSON text already: each is encoded once. */
export const encodeWithEntries = (message: object, entries: readonly string[]): string =>
  `${JSON.stringify(message, cutLong).slice(0, -1)},"entries":[${entries.join(',')}]}`
