import { PusherTimeoutError } from '../error/timeout-error.ts'
import { statusOf } from '../response/status-of.ts'
import { abortedError } from './aborted.ts'
import { displayUrl } from './display-url.ts'
import { isTransient, nameOf, wasNeverSent } from './failure.ts'
import { retryAfter } from './retry-after.ts'
import type { RetryPolicy } from './retry-policy.ts'
import type { Exchange, RawResponse } from './transport.ts'
import { wait } from './wait.ts'
import { withTimeout } from './with-timeout.ts'

/** What is known when a request is about to be sent again. */
export interface RetryInfo {
  /** Which attempt failed, from 1. */
  readonly attempt: number
  /** The wait that begins now, in ms. */
  readonly delay: number
  /** Why: a status such as `429`, or a code such as `ECONNREFUSED` or `ERR_PUSHER_TIMEOUT`. */
  readonly reason: string
}

/** What the retries need of the world. */
export interface RetryDependencies {
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number
  /** In ms since 1970, as `Date.now`. */
  readonly now: () => number
  /** Waits in ms. Rejects when the signal is aborted. */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>
  /** Told of every retry, before the wait. */
  readonly onRetry?: ((info: RetryInfo) => void) | undefined
}

type Outcome = { readonly raw: RawResponse } | { readonly error: unknown }

/**
 * Sends a request again where that may help and where nothing can be published twice.
 *
 * Every request is sent again when it certainly never reached the server, and after a 429. A GET is sent again after
 * any failure that may pass: a broken connection, an attempt without an answer in time, a 5xx. With
 * `publish: 'at-least-once'` so is a POST.
 *
 * The waits are random between nothing and a limit that doubles from retry to retry ("full jitter": clients that
 * failed together do not come back together). The `Retry-After` of a 429 or 503 is waited for in full before that.
 * When a wait would not end in time, or no retry is left, the last outcome is the outcome.
 *
 * @param exchange One attempt, bounded in time: what `withTimeout` makes.
 */
export function withRetry(exchange: Exchange, policy: RetryPolicy, deps: RetryDependencies): Exchange {
  const { random, now, sleep = wait, onRetry } = deps
  if (policy.limit === 0) return exchange

  return async (request, { signal } = {}) => {
    const deadline = now() + policy.totalTimeout
    const isRepeatable = request.method === 'GET' || policy.publish === 'at-least-once'
    for (let attempt = 1; ; attempt++) {
      // The first attempt ends in time by itself; a later one gets what the others left.
      const left = attempt === 1 ? Number.POSITIVE_INFINITY : Math.max(1, deadline - now())
      const outcome = await settle(
        attempt === 1 ? exchange(request, { signal }) : withTimeout(exchange, left)(request, { signal }),
      )
      if (
        'error' in outcome &&
        outcome.error instanceof PusherTimeoutError &&
        outcome.error.timeout === left
      ) {
        throw new PusherTimeoutError(request.method, displayUrl(request), policy.totalTimeout)
      }
      if (attempt > policy.limit || signal?.aborted || !shouldRetry(outcome, isRepeatable)) {
        return unwrap(outcome)
      }
      const backoff = random() * Math.min(policy.maxDelay, policy.baseDelay * 2 ** (attempt - 1))
      const delay = backoff + toldToWait(outcome, now())
      if (now() + delay >= deadline) return unwrap(outcome)
      onRetry?.({ attempt, delay, reason: reasonOf(outcome) })
      await sleep(delay, signal).catch((reason) => {
        throw signal?.aborted ? abortedError(request, signal.reason) : reason
      })
    }
  }
}

function unwrap(outcome: Outcome): RawResponse {
  if ('error' in outcome) throw outcome.error
  return outcome.raw
}

const settle = (answer: Promise<RawResponse>): Promise<Outcome> =>
  answer.then(
    (raw) => ({ raw }),
    (error: unknown) => ({ error }),
  )

function shouldRetry(outcome: Outcome, isRepeatable: boolean): boolean {
  if ('error' in outcome) return isRepeatable ? isTransient(outcome.error) : wasNeverSent(outcome.error)
  const status = statusOf(outcome.raw)
  return status === 429 || (isRepeatable && status >= 500)
}

function toldToWait(outcome: Outcome, now: number): number {
  if ('error' in outcome) return 0
  const status = statusOf(outcome.raw)
  return status === 429 || status === 503 ? (retryAfter(outcome.raw, now) ?? 0) : 0
}

const reasonOf = (outcome: Outcome): string =>
  'raw' in outcome ? String(statusOf(outcome.raw)) : nameOf(outcome.error)
