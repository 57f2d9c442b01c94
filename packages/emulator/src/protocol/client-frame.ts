import { parseJsonObject } from '../json-object.ts'
import { ProtocolError } from './protocol-error.ts'

/** What a client sent, with nothing known but that it has an event name. */
export interface ClientFrame {
  readonly event: string
  readonly channel: unknown
  readonly data: unknown
}

/** Reads a text frame: a JSON object with an `event`. */
export function readClientFrame(text: string): ClientFrame {
  const frame = parseJsonObject(text)
  if (!frame) throw new ProtocolError('Invalid message: it must be the text of a JSON object')
  const { event, channel, data } = frame
  if (typeof event !== 'string') throw new ProtocolError('Invalid message: event must be a string')
  return { event, channel, data }
}
