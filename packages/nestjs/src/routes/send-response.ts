import { type HandlerResponse, type NodeResponse, sendNodeResponse } from '@pusherkit/core/handlers'

/** The reply of Fastify. */
interface FastifyReply {
  readonly raw: unknown
  code(status: number): this
  headers(values: Readonly<Record<string, string>>): this
  send(body: string | undefined): unknown
}

/** Writes an answer as it is: no serializer, envelope or ETag of a framework touches it. Headers set before stay. */
export function sendResponse(reply: object, answer: HandlerResponse): void {
  if (!isFastify(reply)) {
    sendNodeResponse(reply as NodeResponse, answer)
    return
  }
  const { status, headers, body } = answer
  // By `send`, so that its hooks run, such as those of CORS. It would give an empty text a content type.
  reply
    .code(status)
    .headers(headers)
    .send(body === '' ? undefined : body)
}

const isFastify = (reply: object): reply is FastifyReply => 'raw' in reply && 'code' in reply
