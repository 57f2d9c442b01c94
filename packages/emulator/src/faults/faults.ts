import type { FaultOptions } from './fault-options.ts'

/** How the HTTP API answers instead of doing what it was asked. */
export interface StatusFaultOptions extends FaultOptions {
  /** Seconds for a `Retry-After` header, 0 to 86,400. No header unless told. */
  readonly retryAfter?: number | undefined
  /** The body of the answer, plain text. A sentence that says what this is unless told. */
  readonly body?: string | undefined
}

/** Which connections end, and how. */
export interface DropOptions {
  /** A close code: 1000 to 1014 but 1004, 1005 and 1006, or 3000 to 4999. The connection breaks without one. */
  readonly code?: number | undefined
  /** Only clients of this app. */
  readonly appId?: string | undefined
}

/**
 * Things that go wrong, for tests of what happens then. A request meets the faults in the order in which they were
 * given: every `delay` adds up, and the first `status` or `reset` for it ends it. What they befall is not acted on: no
 * event is published. The debug console is spared.
 */
export interface Faults {
  /**
   * Holds API requests for so many milliseconds of the emulator's clock before anything else happens to them.
   *
   * @throws {TypeError} When an argument is wrong.
   */
  readonly delay: (ms: number, options?: FaultOptions) => void
  /**
   * Answers API requests with this status, 200 to 599, before the signature is looked at.
   *
   * @throws {TypeError} When an argument is wrong.
   */
  readonly status: (status: number, options?: StatusFaultOptions) => void
  /**
   * Breaks the TCP connection of API requests that were read, at the first bytes of an answer: clients see `ECONNRESET`.
   *
   * @throws {TypeError} When an argument is wrong.
   */
  readonly reset: (options?: FaultOptions) => void
  /**
   * Ends the WebSocket connections that are open now. pusher-js comes back after most codes, but not after 4000 to 4099.
   *
   * @throws {TypeError} When an argument is wrong.
   * @throws {RangeError} When there is no app with this id.
   */
  readonly dropConnections: (options?: DropOptions) => void
  /** Lets everything go well again. A request that is held already goes on when its time has come. */
  readonly clear: () => void
}
