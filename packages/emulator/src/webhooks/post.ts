import * as http from 'node:http'
import * as https from 'node:https'
import type { Clock } from '../clock.ts'
import type { WebhookMessage } from './webhook-message.ts'

/** The status of the answer, or why there was none. */
export type PostResult = { readonly status: number } | { readonly error: string }

/** How long to wait for an answer. Hosted Pusher documents no number. */
const TIMEOUT_SECONDS = 10

const describe = (error: NodeJS.ErrnoException): string => error.code ?? error.message

/**
 * Posts a message once, on a connection of its own: a kept one may be closing just then, and a retry would not be the
 * receiver's fault. Follows no redirect.
 *
 * @param signal Ends it at once.
 * @returns When the connection is closed. Never rejects.
 */
export function post(
  url: string,
  { headers, body }: WebhookMessage,
  schedule: Clock['schedule'],
  signal: AbortSignal,
): Promise<PostResult> {
  const { promise, resolve } = Promise.withResolvers<PostResult>()
  let result: PostResult | undefined
  try {
    const { request: send } = url.startsWith('https:') ? https : http
    const request = send(url, { method: 'POST', headers, agent: false, signal })
    const timeOut = (): void => {
      result ??= { error: `no answer within ${TIMEOUT_SECONDS} s` }
      request.destroy()
    }
    const cancel = schedule(timeOut, TIMEOUT_SECONDS * 1_000)
    request.on('response', (response) => {
      result ??= { status: response.statusCode ?? 0 }
      // Nobody reads the answer, but the receiver may want to write it to its end.
      response.resume()
    })
    request.on('error', (error) => {
      result ??= { error: describe(error) }
    })
    request.on('close', () => {
      cancel()
      resolve(result ?? { error: 'the connection was closed without an answer' })
    })
    request.end(body)
  } catch (error) {
    // Such as a key with characters that no header can have.
    resolve({ error: error instanceof Error ? describe(error) : String(error) })
  }
  return promise
}
