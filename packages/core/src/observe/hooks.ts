/** What every hook is told of a request. Nothing of it is secret: the path has no query. */
export interface RequestInfo {
  readonly method: 'GET' | 'POST'
  /** Scheme, host and port. */
  readonly origin: string
  /** The path without its query, e.g. `/apps/1/events`. */
  readonly path: string
  /** The size of the body in bytes; 0 without one. */
  readonly bytes: number
}

/** How far a request got. */
export interface ProgressInfo extends RequestInfo {
  /** How often it was sent, the first time included. */
  readonly attempts: number
  /** Since the call, in ms. */
  readonly duration: number
}

/** A request that was accepted. */
export interface ResponseInfo extends ProgressInfo {
  readonly status: number
  /** The size of the answer's body in bytes. */
  readonly responseBytes: number
}

/** A request that was refused, got no answer, or was given up. */
export interface ErrorInfo extends ProgressInfo {
  readonly status: number | undefined
  /** What the call rejects with: usually a `PusherRequestError`. */
  readonly error: unknown
}

/** An attempt that is about to be repeated. */
export interface RetryInfo extends ProgressInfo {
  /** Until the next attempt, in ms. */
  readonly delay: number
  /** Why the last one does not count, e.g. `status 503` or `ECONNREFUSED`. */
  readonly reason: string
}

/**
 * Functions that watch what a client does, for logs and metrics. What they return is ignored, and what they throw
 * changes nothing. Arguments that were refused before anything was sent are not reported.
 */
export interface Hooks {
  readonly onRequest?: ((info: RequestInfo) => void) | undefined
  readonly onResponse?: ((info: ResponseInfo) => void) | undefined
  readonly onError?: ((info: ErrorInfo) => void) | undefined
  readonly onRetry?: ((info: RetryInfo) => void) | undefined
}

/** The names of the hooks. */
export const HOOKS = ['onRequest', 'onResponse', 'onError', 'onRetry'] as const
