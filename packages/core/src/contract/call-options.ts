/** How one call is to be made. */
export interface CallOptions {
  /** Gives the call up when it is aborted. A publish may have been delivered all the same. */
  readonly signal?: AbortSignal | undefined
  /** The time one attempt may take, in ms, in place of the client's own. */
  readonly timeout?: number | undefined
}
