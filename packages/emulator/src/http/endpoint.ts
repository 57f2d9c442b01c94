import type { Query } from '@pusherkit/core/signing'
import type { App } from '../apps/app.ts'

/** A request that is properly signed, for an endpoint to answer. */
export interface ApiCall {
  readonly app: App
  /** The channel or user that the path names, decoded; empty where a path names none. */
  readonly subject: string
  /** The caller's parameters, without those of the signature. */
  readonly query: Query
  readonly body: Uint8Array
}

/**
 * Answers one kind of request with the object to send as JSON.
 *
 * Throws an `ApiError` to refuse it.
 */
export type Endpoint = (call: ApiCall) => object
