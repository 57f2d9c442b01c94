import { redactSignatures } from '../error/display.ts'
import { PusherRequestError } from '../error/request-error.ts'
import type { SignedRequest } from '../signing/sign-request.ts'
import { displayUrl } from '../transport/display-url.ts'
import type { RawResponse } from '../transport/transport.ts'
import { normalize } from './normalize.ts'
import { PusherResponse } from './pusher-response.ts'
import { statusOf } from './status-of.ts'

const MAX_SHOWN = 300

const ADVICE: Readonly<Record<number, string>> = {
  401: 'Check appId, key and secret, and that the clock of this machine is right to 10 minutes.',
  403: 'The app is disabled or over its quota.',
  404: 'Check appId and cluster (or host): this server does not know the app or the resource.',
  413: 'Send less data in one event.',
  429: 'Too many requests: send fewer, or batch them.',
}

/**
 * Turns a raw answer into a response or an error.
 *
 * @throws PusherRequestError `ERR_PUSHER_REQUEST` for every answer that is not a success.
 */
export function readResponse<T>(request: SignedRequest, raw: RawResponse): PusherResponse<T> {
  const status = statusOf(raw)
  if (status < 200 || status > 299) throw refused(request, status, raw.body)
  return new PusherResponse<T>(raw, (text) => {
    try {
      return normalize(JSON.parse(text)) as T
    } catch (cause) {
      const method = request.method
      const url = displayUrl(request)
      const body = redactSignatures(text)
      const message = `${method} ${url} answered ${status} with a body that is not JSON: ${JSON.stringify(body.slice(0, MAX_SHOWN))}`
      throw new PusherRequestError('ERR_PUSHER_RESPONSE', message, {
        method,
        url,
        status,
        body,
        retryable: false,
        cause,
      })
    }
  })
}

function refused(request: SignedRequest, status: number, text: string): PusherRequestError {
  const { method } = request
  const url = displayUrl(request)
  const body = redactSignatures(text)
  const said = body.trim().slice(0, MAX_SHOWN)
  const message = [`${method} ${url} was answered ${status}${said ? `: ${said}` : ''}`, ADVICE[status]]
  return new PusherRequestError('ERR_PUSHER_REQUEST', message.filter(Boolean).join('\n'), {
    method,
    url,
    status,
    body,
    retryable: status === 429 || status >= 500,
  })
}
