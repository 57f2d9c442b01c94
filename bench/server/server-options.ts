/** How a server behaves. */
export interface ServerOptions {
  readonly useTLS: boolean
  /** How long it waits before it answers, in ms. */
  readonly delay: number
  /** Whether it never answers. */
  readonly isSilent: boolean
}

/** What a server has seen. */
export interface ServerStats {
  requests: number
  /** Connections that were ever opened. */
  opened: number
  /** Those that are open now, and how many were at once. */
  open: number
  mostOpen: number
}
