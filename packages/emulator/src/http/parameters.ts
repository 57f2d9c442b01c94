import type { Query } from '@pusherkit/core/signing'
import type { JsonObject } from '../json-object.ts'
import { readJsonBody } from './json-body.ts'

/**
 * The parameters of a POST. They belong into the body; the API also takes them from the query, lists as `name[]=`.
 * Where both have one, the body's counts.
 *
 * Source: Channels HTTP API reference, "General".
 */
export function readParameters(query: Query, body: Uint8Array): JsonObject {
  const fields = Object.fromEntries(query)
  return query.size > 0 && body.length === 0 ? fields : { ...fields, ...readJsonBody(body) }
}
