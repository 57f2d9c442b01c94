import type { HandlerResponse } from '@pusherkit/core/handlers'

/** The response of Express, and of Node. */
interface NodeReply {
  statusCode: number
  setHeader(name: string, value: string): unknown
  end(body: string): unknown
}

/** The reply of Fastify. */
interface FastifyReply {
  readonly raw: unknown
  code(status: number): this
  headers(values: Readonly<Record<string, string>>): this
  send(body: string): unknown
}

/** Writes an answer as it is: no serializer, envelope or ETag of a framework touches it. Headers set before stay. */
export function sendResponse(reply: object, { status, headers, body }: HandlerResponse): void {
  if (isFastify(reply)) {
    reply.code(status).headers(headers).send(body)
    return
  }
  const response = reply as NodeReply
  response.statusCode = status
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.end(body)
}

const isFastify = (reply: object): reply is FastifyReply => 'raw' in reply && 'code' in reply
