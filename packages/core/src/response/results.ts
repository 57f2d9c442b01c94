import type { ChannelAttributes, ChannelsResult, UsersResult } from '../contract/channel-queries.ts'

/** An answer whose form is not known. */
export type JsonObject = Readonly<Record<string, unknown>>

/** What an event's `info` may ask for. */
export type EventAttributes = Partial<Pick<ChannelAttributes, 'user_count' | 'subscription_count'>>

/** The answer to `trigger`: with `info`, the attributes asked for, by channel. */
export interface TriggerResult {
  readonly channels?: Readonly<Record<string, EventAttributes>>
}

/** The answer to `triggerBatch`: when an event asked for `info`, the attributes by the index of the event. */
export interface TriggerBatchResult {
  readonly batch?: readonly EventAttributes[]
}

/** What `get` answers, told by the path where it is one of the documented resources. */
export type ResourceOf<Path extends string> = Path extends `/channels/${string}/users`
  ? UsersResult
  : Path extends `/channels/${string}`
    ? { readonly occupied: boolean } & Partial<ChannelAttributes> & JsonObject
    : Path extends '/channels'
      ? ChannelsResult & { readonly channels: Readonly<Record<string, EventAttributes>> }
      : JsonObject
