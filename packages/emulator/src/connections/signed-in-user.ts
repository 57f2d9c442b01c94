/** A user as the application server described them at sign-in. */
export interface SignedInUser {
  /** Channel characters, 1 to 200 of them. */
  readonly id: string
  /** What presence channels show of the user. */
  readonly info: unknown
}
