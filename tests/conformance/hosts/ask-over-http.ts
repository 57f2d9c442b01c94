import { type IncomingMessage, request as open } from 'node:http'
import { type Answer, type CaseRequest, NOTHING } from '../case.ts'
import { sizeOf, toBytes } from './bytes.ts'
import { withoutServerHeaders } from './server-headers.ts'

/** Sends exactly these headers and bytes to a local server, over a connection of its own. */
export async function askOverHttp(port: number, sent: CaseRequest): Promise<Answer> {
  const { method, path, body, send } = sent
  // As pairs in one array they are sent as they are, twice given ones included, and none is added.
  const headers = [['Host', '127.0.0.1'], ...sent.headers, ...framing(sent), ['Connection', 'close']].flat()
  const request = open({ host: '127.0.0.1', port, method, path, headers })
  const answered = Promise.withResolvers<IncomingMessage>()
  request.once('response', answered.resolve).once('error', answered.reject)
  if (send === 'aborted') {
    await new Promise((resolve) => request.write(half(body), resolve))
    request.destroy()
    return answered.promise.then(
      () => Promise.reject(new Error('An upload that never ended was answered')),
      () => NOTHING,
    )
  }
  request.end(body)
  const response = await answered.promise
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  return {
    status: response.statusCode ?? 0,
    headers: withoutServerHeaders(Object.entries(response.headers).map(([k, v]) => [k, String(v)])),
    body: Buffer.concat(chunks).toString(),
  }
}

function framing({ body, send }: CaseRequest): [string, string][] {
  if (body === undefined) return []
  return send === 'chunked' ? [['Transfer-Encoding', 'chunked']] : [['Content-Length', `${sizeOf(body)}`]]
}

const half = (body: CaseRequest['body'] = ''): Uint8Array => {
  const bytes = toBytes(body)
  return bytes.slice(0, bytes.length >> 1)
}
