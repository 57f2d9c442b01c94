import { byteLength } from '../encoding/byte-length.ts'
import { display } from '../error/display.ts'
import type { HandlerRequest } from './handler.ts'
import { refuse } from './refused.ts'

/**
 * The body of a POST, as the host has it.
 *
 * @param maxBytes Counted where the host still has the bytes; what a parser has read is not counted again.
 * @throws Refused 405, 400, 413 or 415
 */
export function readBody(request: HandlerRequest, maxBytes: number): HandlerRequest['body'] {
  const { method, headers, body, bodyFailure } = request
  if (method !== 'POST') {
    refuse('ERR_PUSHER_METHOD', `The method is ${display(method)}, but only POST is answered`, {
      allow: 'POST',
    })
  }
  if (bodyFailure === 'too-large' || sizeOf(body) > maxBytes) {
    refuse('ERR_PUSHER_BODY_TOO_LARGE', `The body is larger than the limit of ${maxBytes} bytes`)
  }
  if (bodyFailure === 'aborted') refuse('ERR_PUSHER_BODY', 'The body ended before it was complete')
  if (bodyFailure === 'unreadable') refuse('ERR_PUSHER_BODY', 'The body could not be read or decoded')
  const encoding = headers['content-encoding']
  const isParsed = typeof body === 'object' && !ArrayBuffer.isView(body)
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity' && !isParsed) {
    const rule = 'send the body without compression'
    refuse(
      'ERR_PUSHER_CONTENT_TYPE',
      `content-encoding is ${display(encoding)}, which is not read here: ${rule}`,
    )
  }
  return body
}

function sizeOf(body: HandlerRequest['body']): number {
  if (typeof body === 'string') return byteLength(body)
  return ArrayBuffer.isView(body) ? body.byteLength : 0
}
