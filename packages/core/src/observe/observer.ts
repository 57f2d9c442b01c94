import { byteLength } from '../encoding/byte-length.ts'
import { PusherRequestError } from '../error/request-error.ts'
import type { SignedRequest } from '../signing/sign-request.ts'
import { pathOf } from '../transport/display-url.ts'
import type { RawResponse } from '../transport/transport.ts'
import type { Diagnostics } from './diagnostics.ts'
import type { ErrorInfo, Hooks, RequestInfo, ResponseInfo, RetryInfo } from './hooks.ts'

/** Follows one request through its life and tells the hooks. */
export interface Observation {
  /** Another attempt is about to be made. */
  retrying(delay: number, reason: string): void
  accepted(raw: RawResponse): void
  failed(error: unknown): void
}

/** Tells several hooks, each on its own: one that throws, at once or later, changes nothing. */
function tell<Name extends keyof Hooks>(
  all: readonly Hooks[],
  name: Name,
  info: Parameters<NonNullable<Hooks[Name]>>[0],
): void {
  for (const hooks of all) {
    try {
      const hook = hooks[name] as ((info: unknown) => unknown) | undefined
      const result = hook?.(info)
      if (result instanceof Promise) result.catch(() => {})
    } catch {
      // Whoever watches must not decide.
    }
  }
}

const UNOBSERVED: Observation = { retrying() {}, accepted() {}, failed() {} }

/**
 * Makes the function that begins an observation. Where nobody watches, it costs nothing.
 *
 * @param clock In ms, from any origin.
 */
export const createObserver =
  (hooks: Hooks | undefined, diagnostics: Diagnostics, clock: () => number) =>
  (request: SignedRequest): Observation => {
    const listening = diagnostics.listening()
    if (!hooks && !listening) return UNOBSERVED
    return observe([...(hooks ? [hooks] : []), ...(listening ? [diagnostics.hooks] : [])], request, clock)
  }

function observe(all: readonly Hooks[], request: SignedRequest, clock: () => number): Observation {
  const start = clock()
  let attempts = 1
  const about: RequestInfo = {
    method: request.method,
    origin: request.origin,
    path: pathOf(request.target),
    bytes: byteLength(request.body ?? ''),
  }
  const progress = () => ({ ...about, attempts, duration: clock() - start })
  tell(all, 'onRequest', about)
  return {
    retrying(delay, reason) {
      tell(all, 'onRetry', { ...progress(), delay, reason } satisfies RetryInfo)
      attempts++
    },
    accepted({ status, body }) {
      const info: ResponseInfo = { ...progress(), status, responseBytes: byteLength(body) }
      tell(all, 'onResponse', info)
    },
    failed(error) {
      const status = error instanceof PusherRequestError ? error.status : undefined
      tell(all, 'onError', { ...progress(), status, error } satisfies ErrorInfo)
    },
  }
}
