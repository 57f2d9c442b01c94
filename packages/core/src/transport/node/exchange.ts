import type { Agent, IncomingHttpHeaders } from 'node:http'
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
export function exchange(
  { request: send, forwarder }: Route,
  agent: Agent,
  signed: SignedRequest,
  signal: AbortSignal,
): Attempt {
  signal.throwIfAborted()
  const options = { ...toRequestOptions(signed, forwarder), agent, tunnelSignal: signal }
  const request = send(options)
  const isStale = watchForStaleConnection(request)
  const closed = new Promise<void>((resolve) => request.once('close', resolve))
  const answer = new Promise<RawResponse>((resolve, reject) => {
    const onAbort = () => {
      reject(signal.reason)
      request.destroy()
    }
    const stopListening = () => signal.removeEventListener('abort', onAbort)
    signal.addEventListener('abort', onAbort)
    request.once('error', stopListening)
    request.once('close', stopListening)
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: flatten(response.headers),
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    request.end(signed.body)
  })
  return { answer, closed, isStale }
}

function flatten(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}
