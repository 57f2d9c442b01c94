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
 * answer. It follows no redirect and retries nothing by itself.
 */
export type Transport = (request: SignedRequest, options: TransportOptions) => Promise<RawResponse>
