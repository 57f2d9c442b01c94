import type { PusherHandlerError } from './handler-error.ts'

/** A value, now or later. */
export type Awaitable<T> = T | PromiseLike<T>

/** What all handlers can be told. */
export interface HandlerOptions<Context> {
  /**
   * Told of every answer with status 500 or 502. What a hook threw is the error's `cause`. Whatever this function throws
   * itself changes nothing.
   */
  readonly onError?: ((error: PusherHandlerError, context: Context) => unknown) | undefined
}

/** What handlers that read a body can be told. */
export interface BodyOptions {
  /** The largest body that is read, in bytes. */
  readonly maxBodyBytes?: number | undefined
}

/** The further fields that a client was configured to send, as text. It has no prototype. */
export type Params = Readonly<Record<string, string>>

/** The largest body of an authorization, in bytes: 100 of the longest channel names, escaped, fit in. */
export const AUTH_BODY_BYTES: number = 65_536
