/** A user as the application server described them at sign-in. */
export interface SignedInUser {
  /** Channel characters, 1 to 200 of them. */
  readonly id: string
  /** What presence channels show of the user. */
  readonly info: unknown
  /** The ids of the users that this one is told about, each once, as many as the server named. */
  readonly watchlist: readonly string[]
}
