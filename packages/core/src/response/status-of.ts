import { isJsonObject, type JsonRecord } from '../encoding/json-object.ts'
import type { RawResponse } from '../transport/transport.ts'

/**
 * Tells the status an answer means, which is not always the one it carries: soketi answers its errors with HTTP 200
 * and `{"error": "…", "code": 401}`; Sockudo's code is a word. Reading the status alone would report a refused
 * publish as done.
 */
export function statusOf(raw: RawResponse): number {
  if (raw.status > 299 || !raw.body.includes('"error"')) return raw.status
  const body = parseObject(raw.body)
  if (typeof body?.error !== 'string' || body.code === undefined) return raw.status
  if (typeof body.code === 'string') return body.code === 'auth_failed' ? 401 : 400
  return typeof body.code === 'number' && body.code >= 400 && body.code <= 599 ? body.code : raw.status
}

function parseObject(text: string): JsonRecord | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
