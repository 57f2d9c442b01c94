import { type JsonObject, parseJsonObject } from '../json-object.ts'
import { badRequest } from './api-error.ts'

// Bytes that are no UTF-8 would be replaced without a word, and the event would not be the one that was sent.
const decoder = new TextDecoder('utf-8', { fatal: true })

function decode(body: Uint8Array): string {
  try {
    return decoder.decode(body)
  } catch {
    throw badRequest('The body is not valid UTF-8')
  }
}

/** Reads the body of a POST: a JSON object in UTF-8. */
export function readJsonBody(body: Uint8Array): JsonObject {
  const fields = parseJsonObject(decode(body))
  if (!fields) throw badRequest('The body is not a valid JSON object')
  return fields
}
