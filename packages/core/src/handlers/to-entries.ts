import { isJsonObject } from '../encoding/json-object.ts'
import { display } from '../error/display.ts'
import { toBodyFormat } from './content-type.ts'
import type { HandlerRequest } from './handler.ts'
import { readBody } from './read-body.ts'
import { refuse } from './refused.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The names and values in the body of a POST: of a form or of a JSON object, as it came or as a parser left it.
 *
 * @throws Refused
 */
export function toEntries(
  request: HandlerRequest,
  maxBytes: number,
): (readonly [name: string, value: unknown])[] {
  const body = readBody(request, maxBytes)
  const format = toBodyFormat(request.headers['content-type'])
  if (typeof body === 'object' && !ArrayBuffer.isView(body)) return Object.entries(toObject(body))
  const text = decode(body ?? '')
  return format === 'json' ? Object.entries(toObject(parse(text))) : [...new URLSearchParams(text)]
}

function decode(body: string | Uint8Array): string {
  // As the decoder does with bytes.
  if (typeof body === 'string') return body.replace(/^\ufeff/, '')
  try {
    return utf8.decode(body)
  } catch {
    refuse('ERR_PUSHER_BODY', 'The body is not UTF-8')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    refuse('ERR_PUSHER_BODY', `The body is ${display(text)}, which is not JSON`)
  }
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  if (isJsonObject(value)) return value
  refuse('ERR_PUSHER_BODY', `The body is ${display(value)}, but it is an object with the fields`)
}
