import { createTransport } from '#transport'
import type { PusherConfig } from './config/resolve-config.ts'
import type { CallOptions } from './contract/call-options.ts'
import { PusherError } from './error/pusher-error.ts'
import { PusherRequestError } from './error/request-error.ts'
import { safeCause } from './error/safe-cause.ts'
import { createDiagnostics } from './observe/diagnostics.ts'
import { createObserver } from './observe/observer.ts'
import type { RequestSpec } from './request/request-spec.ts'
import type { PusherResponse } from './response/pusher-response.ts'
import { readResponse } from './response/read-response.ts'
import { type SignedRequest, signRequest } from './signing/sign-request.ts'
import { displayUrl } from './transport/display-url.ts'
import type { RetryPolicy } from './transport/retry-policy.ts'
import { type RetryInfo, withRetry } from './transport/with-retry.ts'
import { withTimeout } from './transport/with-timeout.ts'

/** What may be said of one request. */
export interface SendOptions extends CallOptions {
  /** In place of the client's own policy. */
  readonly retry?: RetryPolicy | undefined
  /** Told of every retry, before the wait. */
  readonly onRetry?: ((info: RetryInfo) => void) | undefined
}

/** Signs a request, sends it and reads the answer. */
export type Send = <T>(spec: RequestSpec, call?: SendOptions) => Promise<PusherResponse<T>>

/** What a client needs of the world. */
export interface World {
  /** The time that is signed, in ms since 1970. */
  readonly now: () => number
  /** The time that durations are measured with, in ms. */
  readonly clock: () => number
  /** From 0 to 1. */
  readonly random: () => number
}

/** Composes signing, transport, retries, hooks and reading for one configuration. */
export function createClient(config: PusherConfig, { now, clock, random }: World): Send {
  const { basePath, origin, retry, timeout, token } = config
  const transport = config.transport ?? createTransport(config.transportOptions)
  const observe = createObserver(config.hooks, createDiagnostics(), clock)

  return async <T>(spec: RequestSpec, call: SendOptions = {}) => {
    const request = signRequest({ ...spec, path: basePath + spec.path }, token, origin, now())
    const { retrying, accepted, failed } = observe(request)
    const exchange = withRetry(withTimeout(transport, call.timeout ?? timeout), policyOf(retry, call), {
      random,
      now,
      onRetry: (info) => {
        retrying(info.delay, info.reason)
        call.onRetry?.(info)
      },
    })
    try {
      const raw = await exchange(request, call)
      const response = readResponse<T>(request, raw)
      accepted(raw)
      return response
    } catch (cause) {
      const error = cause instanceof PusherError ? cause : unreachable(request, cause)
      failed(error)
      throw error
    }
  }
}

/** A call with a time of its own has a total of its own, by the rule of the default. */
const policyOf = (preset: RetryPolicy, { retry = preset, timeout }: SendOptions): RetryPolicy =>
  timeout === undefined ? retry : { ...retry, totalTimeout: 2 * timeout }

function unreachable(request: SignedRequest, failure: unknown): PusherRequestError {
  const cause = safeCause(failure)
  const { method } = request
  const url = displayUrl(request)
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  const reason = cause instanceof Error ? cause.message || code || cause.name : String(cause)
  return new PusherRequestError('ERR_PUSHER_NETWORK', `${method} ${url} got no answer: ${reason}`, {
    method,
    url,
    retryable: true,
    cause,
  })
}
