import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { AppTable } from '../apps/app-table.ts'
import { type Answer, textAnswer } from './answer.ts'
import { answerApi } from './api.ts'
import { HOME } from './home.ts'
import { BODY_BYTES, readBody } from './read-body.ts'

const TOO_LARGE = textAnswer(413, `The request body exceeds the allowed maximum (${BODY_BYTES} bytes)`)

function write(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': Buffer.byteLength(answer.body),
    // What is left of an oversized body would be read as the next request.
    ...(answer === TOO_LARGE ? { connection: 'close' } : {}),
  })
  response.end(answer.body)
}

async function respond(request: IncomingMessage, apps: AppTable, now: () => number): Promise<Answer> {
  const { method = 'GET', url = '/' } = request
  if (method === 'GET' && url === '/') return HOME
  const body = await readBody(request)
  if (!body) return TOO_LARGE
  const [path = '', ...query] = url.split('?')
  return answerApi({ method, path, query: query.join('?'), body }, apps, now())
}

/**
 * Makes the function that answers Node's HTTP requests.
 *
 * @param now The clock, in ms since 1970.
 */
export const createListener =
  (apps: AppTable, now: () => number): RequestListener =>
  (request, response) => {
    respond(request, apps, now).then(
      (answer) => write(response, answer),
      // Reading fails only when the client went away: nobody is left to answer.
      () => response.destroy(),
    )
  }
