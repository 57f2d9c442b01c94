import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { RequestFaults } from '../faults/request-faults.ts'
import { type Answer, textAnswer } from './answer.ts'
import { faultAnswer } from './fault-answer.ts'
import { HOME } from './home.ts'
import { BODY_BYTES, readBody } from './read-body.ts'
import type { RecordedApi } from './recorded-api.ts'

/** Who answers Node's HTTP requests. */
export interface ListenerPlan {
  readonly api: RecordedApi
  readonly faults: RequestFaults
  /** Finds a file of the console's page by its path. Undefined: there is no console. */
  readonly readPage: ((path: string) => Promise<Answer | undefined>) | undefined
}

const TOO_LARGE = textAnswer(413, `The request body exceeds the allowed maximum (${BODY_BYTES} bytes)`)
const NO_BODY = new Uint8Array()

function write(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': Buffer.byteLength(answer.body),
    ...answer.headers,
    // What is left of an oversized body would be read as the next request.
    ...(answer === TOO_LARGE ? { connection: 'close' } : {}),
  })
  response.end(answer.body)
}

/** Programs that ask for the home page get a sentence, and browsers the console. */
async function findPage(
  { url = '/', headers }: IncomingMessage,
  readPage: ListenerPlan['readPage'],
): Promise<Answer | undefined> {
  if (url === '/' && !(readPage && headers.accept?.includes('text/html'))) return HOME
  return readPage?.(url)
}

/** Answers a request to the HTTP API, unless something is to go wrong with it. Undefined: its connection breaks. */
async function respond(
  request: IncomingMessage,
  { api, faults, readPage }: ListenerPlan,
): Promise<Answer | undefined> {
  const { method = 'GET', url = '/' } = request
  const page = method === 'GET' ? await findPage(request, readPage) : undefined
  if (page) return page
  const [path = '', ...rest] = url.split('?')
  const target = { method, path, query: rest.join('?') }
  const body = await readBody(request)
  if (!body) {
    api.record({ ...target, body: NO_BODY }, TOO_LARGE)
    return TOO_LARGE
  }
  const received = { ...target, body }
  const outcome = await faults.meet(target)
  if (!outcome) return api.answer(received)
  const answer = faultAnswer(outcome)
  if (outcome.kind !== 'forgotten') api.record(received, answer)
  return answer
}

/**
 * Breaks a connection whose request was read. After the first bytes of an answer: a client that saw none may take it for
 * a kept-alive connection that had been closed before, and send the request once more, so that nothing went wrong.
 */
const breakOff = (socket: Socket): void => {
  socket.write('HTTP/1.1 ', () => socket.resetAndDestroy())
}

/** Makes the function that answers Node's HTTP requests. */
export const createListener =
  (plan: ListenerPlan): RequestListener =>
  (request, response) => {
    respond(request, plan).then(
      (answer) => (answer ? write(response, answer) : breakOff(request.socket)),
      // Reading fails only when the client went away: nobody is left to answer.
      () => response.destroy(),
    )
  }
