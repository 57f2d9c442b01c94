import type { Agent, IncomingMessage } from 'node:http'
import type { SignedRequest } from '../../signing/sign-request.ts'
import type { RawResponse } from '../transport.ts'
import { toRequestOptions } from './request-options.ts'
import type { Route } from './route.ts'
import { watchForStaleConnection } from './stale-connection.ts'

/** A request on its way. */
export interface Attempt {
  readonly answer: Promise<RawResponse>
  /** Resolves when nothing of it is left: its connection is closed, or ready for another request. */
  readonly closed: Promise<void>
  /** Whether the answer failed because the connection had been closed before: see `watchForStaleConnection`. */
  readonly isStale: (error: unknown) => boolean
}

/** Sends a request once, and reads the answer to its end. */
export function exchange(route: Route, agent: Agent, signed: SignedRequest, signal: AbortSignal): Attempt {
  signal.throwIfAborted()
  const { body } = signed
  const length = body === undefined ? undefined : Buffer.byteLength(body)
  const request = route.request(toRequestOptions(signed, length, route, agent, signal))
  const isStale = watchForStaleConnection(request)
  const { promise: closed, resolve: close } = Promise.withResolvers<void>()
  const answer = new Promise<RawResponse>((resolve, reject) => {
    const onAbort = () => {
      reject(signal.reason)
      request.destroy()
    }
    signal.addEventListener('abort', onAbort)
    request.on('error', reject)
    request.once('response', (response) => readAnswer(response, resolve, reject))
    const stopListening = () => signal.removeEventListener('abort', onAbort)
    request.once('error', stopListening)
    request.once('close', () => {
      stopListening()
      close()
    })
    // What is ASCII all through, as most bodies are, Node writes faster in this way.
    request.end(body, length === body?.length ? 'latin1' : 'utf8')
  })
  return { answer, closed, isStale }
}

function readAnswer(
  response: IncomingMessage,
  resolve: (answer: RawResponse) => void,
  reject: (error: unknown) => void,
): void {
  const chunks: Buffer[] = []
  response.on('data', (chunk: Buffer) => chunks.push(chunk))
  response.on('error', reject)
  response.on('end', () => {
    const [first, second] = chunks
    const bytes = second ? Buffer.concat(chunks) : first
    const headers = toRecord(response.rawHeaders)
    resolve({ status: response.statusCode ?? 0, headers, body: bytes?.toString('utf8') ?? '' })
  })
}

/** `response.headers` would be made for this alone, and drops what is repeated of some headers. */
function toRecord(list: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {}
  for (let index = 0; index + 1 < list.length; index += 2) {
    const name = list[index]?.toLowerCase() ?? ''
    const value = list[index + 1] ?? ''
    record[name] = Object.hasOwn(record, name) ? `${record[name]}, ${value}` : value
  }
  return record
}
