import type { News } from '../journal/news.ts'
import { redact } from '../journal/redact.ts'
import type { Answer } from './answer.ts'
import type { ApiRequest } from './api.ts'

/** How much of a body is kept, in bytes: a batch of ten events of ordinary size. */
const KEPT_BYTES = 65_536

/** The parameters of the signature. Source: Channels HTTP API reference, "Authentication". */
const AUTHENTICATION = ['auth_key', 'auth_timestamp', 'auth_version', 'auth_signature', 'body_md5']

/** Read as a stream, so that a character that the cut falls into is left out. */
const toText = (body: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(body.subarray(0, KEPT_BYTES), {
    stream: body.byteLength > KEPT_BYTES,
  })

/** A list, `channels[]=a&channels[]=b`, becomes one text with commas. */
function toQuery(query: string): Record<string, string> {
  const fields = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(query)) {
    if (AUTHENTICATION.includes(name)) continue
    const before = fields.get(name)
    fields.set(name, before === undefined ? value : `${before},${value}`)
  }
  return Object.fromEntries(fields)
}

/** The id that a path names, of an app that there is or is not; empty when it names none. */
export function appIdOf(path: string): string {
  const [, segment = ''] = /^\/apps\/([^/]+)/.exec(path) ?? []
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/**
 * What the journal is told of a request.
 *
 * @param answer Undefined when the connection was broken before there was one.
 */
export const requestNews = ({ method, path, query, body }: ApiRequest, answer: Answer | undefined): News => ({
  kind: 'request',
  method,
  path,
  query: toQuery(query),
  body: toText(body),
  status: answer?.status ?? 0,
  // Success is JSON, which may hold the data of an event: only sentences can hold a signature.
  answer: answer?.status === 200 ? answer.body : redact(answer?.body ?? ''),
})
