import type { ClientEventEntry, EventEntry, JournalEntry, RequestEntry } from '../journal/entry.ts'
import { parseJson } from '../json-object.ts'

interface Parsed {
  /** The body, or the data, parsed as JSON. Undefined when it is not JSON. */
  readonly json: unknown
}

/** A request to the HTTP API. */
export interface RecordedRequest extends RequestEntry, Parsed {}

/** An event that was published by the HTTP API, on one channel. */
export interface RecordedEvent extends EventEntry, Parsed {}

/** An event that a client published. */
export interface RecordedClientEvent extends ClientEventEntry, Parsed {}

/** An entry as tests read it: where it holds JSON, parsed too. */
export type Recorded =
  | Exclude<JournalEntry, RequestEntry | EventEntry | ClientEventEntry>
  | RecordedRequest
  | RecordedEvent
  | RecordedClientEvent

/** Makes an entry readable for tests. */
export function toRecorded(entry: JournalEntry): Recorded {
  if (entry.kind === 'request') return { ...entry, json: parseJson(entry.body) }
  if (entry.kind === 'event' || entry.kind === 'client_event')
    return { ...entry, json: parseJson(entry.data) }
  return entry
}

/** The requests among entries. */
export const recordedRequests = (entries: readonly JournalEntry[]): readonly RecordedRequest[] =>
  entries.map(toRecorded).filter((entry) => entry.kind === 'request')
