import { type JsonObject, parseJsonObject } from '../json-object.ts'
import type { ClientMessage } from './messages.ts'

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrMissing = (value: unknown): value is string | undefined => value === undefined || isText(value)

function check(fields: JsonObject): ClientMessage | undefined {
  const { type, id, token, appId, channel, event, data } = fields
  if (type === 'hello' && isTextOrMissing(token) && isTextOrMissing(appId)) return { type, token, appId }
  if (type === 'app' && isText(appId)) return { type, appId }
  if (type === 'channel' && isTextOrMissing(channel)) return { type, channel }
  if (type === 'publish' && typeof id === 'number' && isText(channel) && isText(event) && isText(data)) {
    return { type, id, channel, event, data }
  }
  return undefined
}

/** Reads what a console says; undefined when it is none of the messages there are. */
export function readMessage(text: string): ClientMessage | undefined {
  const fields = parseJsonObject(text)
  return fields && check(fields)
}
