import type { SignedRequest } from '../signing/sign-request.ts'

/** An answer as it arrived, its body read to the end. */
export interface RawResponse {
  readonly status: number
  /** By lower-case name; repeated headers joined with a comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What a transport is told besides the request. */
export interface TransportOptions {
  /** Aborted when nobody waits for the answer any more: the transport then stops and rejects. */
  readonly signal: AbortSignal
}

/**
 * Sends one signed request and reads the whole answer. It rejects only when no answer came; every status is an
 * answer. It follows no redirect, and sends nothing again that the server may have read.
 */
export type Transport = (request: SignedRequest, options: TransportOptions) => Promise<RawResponse>

/** What may be told to a transport that ends by itself. */
export interface ExchangeOptions {
  /** The caller's own signal, if there is one. */
  readonly signal?: AbortSignal | undefined
}

/** A transport that ends by itself, so that a signal is optional: what `withTimeout` and `withRetry` make. */
export type Exchange = (request: SignedRequest, options?: ExchangeOptions) => Promise<RawResponse>
