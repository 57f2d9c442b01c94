import type { IncomingHttpHeaders } from 'node:http'
import type { RawResponse } from '@pusherkit/core'
import type { Dispatcher } from 'undici'
import type { Line } from './line.ts'
import type { LineClient } from './line-client.ts'
import { isClosedByPeer, type Watch, watchForStaleConnection } from './stale-connection.ts'
import { toFailure } from './to-failure.ts'

/** How an exchange ends. */
export interface Outcome {
  readonly resolve: (answer: RawResponse) => void
  readonly reject: (error: unknown) => void
}

const GIVEN_UP = new Error('Nobody waits for this answer any more')

/**
 * One request and its answer, as undici's lowest level tells of it: no streams, and nothing made per call but this.
 * undici may start an exchange again on another connection, so that every start begins from nothing.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  /** Whether its caller has been answered. What undici tells afterwards does not matter. */
  isSettled = false
  readonly #pool: Dispatcher
  readonly #options: Dispatcher.DispatchOptions
  readonly #signal: AbortSignal
  readonly #outcome: Outcome
  #client: LineClient | undefined
  /** Set while it waits for the connection. */
  #waitsFor: Line | undefined
  #line: Line | undefined
  #watch: Watch | undefined
  #controller: Dispatcher.DispatchController | undefined
  #isResent = false
  #status = 0
  #headers: IncomingHttpHeaders = {}
  #chunks: Buffer[] = []

  constructor(pool: Dispatcher, options: Dispatcher.DispatchOptions, signal: AbortSignal, outcome: Outcome) {
    this.#pool = pool
    this.#options = options
    this.#signal = signal
    this.#outcome = outcome
    signal.addEventListener('abort', this.#onAbort)
  }

  /** Sends the request, as soon as a connection is free. */
  send(): void {
    this.#pool.dispatch(this.#options, this)
  }

  /** Tells which connection it has got. */
  enter(client: LineClient, line: Line): void {
    this.#client = client
    this.#line = line
    this.#waitsFor = line
    this.#controller = undefined
    line.waiting++
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#stopWaiting()
    // Thrown here, it skips the request and leaves the connection to others.
    if (this.isSettled) throw GIVEN_UP
    this.#controller = controller
    this.#chunks = []
    this.#watch?.stop()
    this.#watch = this.#line && watchForStaleConnection(this.#line)
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    this.#status = status
    this.#headers = headers
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    const [first, second] = this.#chunks
    const bytes = second ? Buffer.concat(this.#chunks) : first
    const answer = {
      status: this.#status,
      headers: flatten(this.#headers),
      body: bytes?.toString('utf8') ?? '',
    }
    // Before the caller hears of it, and after undici is through with this one.
    queueMicrotask(() => this.#client?.proceed())
    if (this.#settle()) this.#outcome.resolve(answer)
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    const wasSent = this.#controller !== undefined
    this.#stopWaiting()
    if (this.isSettled) return
    if (!wasSent && this.#line?.socket && this.#line.served > 0 && isClosedByPeer(error)) {
      // An idle connection was reset before anything was written to it. undici is still clearing up.
      queueMicrotask(() => this.send())
    } else if (!this.#isResent && this.#watch?.isStale(error)) {
      this.#isResent = true
      // At once, and on the same client: it opens a new connection, and this is the first request on it.
      this.#client?.dispatch(this.#options, this)
    } else if (this.#settle()) {
      this.#outcome.reject(toFailure(error))
    }
  }

  readonly #onAbort = (): void => {
    if (!this.#settle()) return
    this.#outcome.reject(this.#signal.reason)
    this.#stopWaiting()
    this.#controller?.abort(GIVEN_UP)
  }

  #stopWaiting(): void {
    this.#waitsFor?.leave()
    this.#waitsFor = undefined
  }

  #settle(): boolean {
    if (this.isSettled) return false
    this.isSettled = true
    this.#watch?.stop()
    this.#signal.removeEventListener('abort', this.#onAbort)
    return true
  }
}

function flatten(headers: IncomingHttpHeaders): RawResponse['headers'] {
  const flat: Record<string, string> = {}
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}
