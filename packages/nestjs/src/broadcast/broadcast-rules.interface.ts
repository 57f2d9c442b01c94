/** A function of an event. Its parameter is typed where the decorator is used. */
type Of<Result> = (event: never) => Result

/** Where and how the events of a class are published. */
export interface BroadcastRules {
  readonly channels?: Of<string | readonly string[]>
  readonly name?: string
  readonly payload?: Of<unknown>
  readonly when?: Of<boolean | PromiseLike<boolean>>
}
