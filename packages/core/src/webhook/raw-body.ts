import type { Message } from '../digest/digest.ts'
import { display } from '../error/display.ts'
import { PusherWebhookError } from '../error/webhook-error.ts'

/** How to get the body that was signed. */
export const RAW_BODY_ADVICE: string =
  "pass the exact body, as text or bytes. Express: express.raw({ type: 'application/json' }) on this route, before " +
  'any express.json(), then rawBody: req.body. Nest: NestFactory.create(AppModule, { rawBody: true }), then ' +
  'rawBody: req.rawBody'

/**
 * Takes the body as it was received, or undefined when there is none. Bytes are copied, so that what is verified is
 * what is parsed, whatever becomes of the caller's buffer.
 *
 * @throws PusherWebhookError for what a parser made of the body: the bytes that were signed are lost then.
 */
export function toRawBody(rawBody: unknown, contentType: string | undefined): Message | undefined {
  if (typeof rawBody === 'string') return rawBody
  // Not instanceof Uint8Array: some test runners give every file one of its own.
  if (ArrayBuffer.isView(rawBody)) {
    return new Uint8Array(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength).slice()
  }
  if (rawBody instanceof ArrayBuffer) return new Uint8Array(rawBody).slice()
  if (rawBody === undefined || rawBody === null || isEmptyObject(rawBody)) return undefined
  throw new PusherWebhookError(
    `rawBody is ${display(rawBody)}, but the signature covers the raw body: ${RAW_BODY_ADVICE}`,
    contentType,
  )
}

/** Express 4 has `{}` for a request without a body, which is no mistake in the code. */
const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0
