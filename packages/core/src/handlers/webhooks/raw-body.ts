import type { HandlerRequest } from '../handler.ts'
import { PusherHandlerError } from '../handler-error.ts'

/** How to keep the bytes that were signed. */
const ADVICE =
  'Express: mount the webhooks before app.use(express.json()), or keep the bytes with ' +
  'express.json({ verify: (req, res, bytes) => { req.rawBody = bytes } }). ' +
  'Nest: NestFactory.create(AppModule, { rawBody: true }). Any other: hand over the body before it is parsed'

/**
 * The bytes or the text that were signed.
 *
 * @throws PusherHandlerError `ERR_PUSHER_RAW_BODY` for what a parser made of them: writing it again gives other bytes
 */
export function toRawBody(body: HandlerRequest['body']): string | Uint8Array | undefined {
  if (typeof body === 'string' || ArrayBuffer.isView(body)) return body
  // Express 4 has {} for a body that nobody has read.
  if (body === undefined || Object.keys(body).length === 0) return undefined
  throw new PusherHandlerError(
    'ERR_PUSHER_RAW_BODY',
    `A parser has read the body of this webhook, so its signature cannot be verified. ${ADVICE}`,
  )
}
