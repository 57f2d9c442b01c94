import type { WebhookData } from '../contract/webhook-events.ts'
import type { Message } from '../digest/digest.ts'
import { isJsonObject } from '../encoding/json-object.ts'
import { display } from '../error/display.ts'
import { type Decrypt, normalizeEvent } from './normalize-event.ts'

/** The content of a body, or why it is none. */
export type ParsedBody =
  | { readonly ok: true; readonly data: WebhookData }
  | { readonly ok: false; readonly reason: string; readonly cause?: unknown }

// Times below this are seconds: as milliseconds they would be of 1973, as seconds they reach to the year 5138.
const FIRST_PLAUSIBLE_MS = 1e11
const MAX_DATE_MS = 8.64e15

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const refuse = (reason: string): ParsedBody => ({ ok: false, reason })

/** Reads the envelope `{ time_ms, events }`. Everything that is not listed there passes through. */
export function parseBody(body: Message, decrypt: Decrypt | undefined): ParsedBody {
  let envelope: unknown
  try {
    envelope = parseJson(typeof body === 'string' ? body : utf8.decode(body))
  } catch (cause) {
    return { ok: false, reason: 'it is not JSON', cause }
  }
  if (!isJsonObject(envelope)) return refuse('it is not an object { time_ms, events }')
  const { time_ms: time, events } = envelope
  if (typeof time !== 'number' || time < 0 || time > MAX_DATE_MS) {
    return refuse(`time_ms is ${display(time)}, but it is a time in ms`)
  }
  if (!Array.isArray(events)) return refuse(`events is ${display(events)}, but it is an array`)
  const wrong = events.findIndex((event) => !isJsonObject(event) || typeof event.name !== 'string')
  if (wrong !== -1) return refuse(`events[${wrong}] is not an object with a name`)
  const data = {
    ...envelope,
    // pusher-fake sends seconds.
    time_ms: time < FIRST_PLAUSIBLE_MS ? time * 1000 : time,
    events: events.map((event) => normalizeEvent(event, decrypt)),
  }
  return { ok: true, data: data as unknown as WebhookData }
}

/** A key `__proto__` can only be where its characters are, or an escape of `_`: the reviver takes most of the time. */
const parseJson = (text: string): unknown =>
  text.includes('__proto__') || text.includes('\\u005') ? JSON.parse(text, withoutProto) : JSON.parse(text)

/** Drops `__proto__` keys, which would change the prototype of an object that somebody assigns them to. */
const withoutProto = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value)
