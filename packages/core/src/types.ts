import type { CallOptions } from './contract/call-options.ts'

/** What a trigger may ask for besides delivery. */
export interface TriggerParams {
  /** The connection that does not get the event, usually the sender's own. */
  readonly socket_id?: string | null | undefined
  /**
   * Counts to answer with, comma-separated: `user_count` (presence channels), `subscription_count`. Hosted Pusher
   * bills such an event as two messages.
   */
  readonly info?: string | null | undefined
}

/** One event of a batch. */
export interface BatchEvent extends TriggerParams {
  readonly channel: string
  /** The event's name. */
  readonly name: string
  /** A string is sent as it is, anything else as JSON: at most 10,240 bytes of UTF-8. */
  readonly data: unknown
}

/** Query parameters. `undefined` is left out; an array becomes `name[]`. */
export type RequestParams = Readonly<
  Record<string, string | number | boolean | null | undefined | readonly (string | number | boolean)[]>
>

/** What to read. */
export interface GetOptions<Path extends string = string> extends CallOptions {
  /** The resource below the app, e.g. `/channels`. It is sent and signed as written, so it is percent-encoded. */
  readonly path: Path
  readonly params?: RequestParams | null | undefined
}

/** What to post where. */
export interface PostOptions extends GetOptions {
  /** Any JSON value, or JSON text. */
  readonly body?: unknown
}

/** A request to sign for somebody else. */
export interface SignedQueryOptions extends Omit<PostOptions, keyof CallOptions> {
  /** The HTTP method, in any case. */
  readonly method: string
}
