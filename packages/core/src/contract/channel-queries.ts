import type { CallOptions } from './call-options.ts'

/** What `info` may ask of one channel, and the type of each answer. */
export interface ChannelAttributes {
  /** Distinct users on a presence channel. */
  readonly user_count: number
  /** Open subscriptions. Hosted Pusher answers it only when it is switched on for the app. */
  readonly subscription_count: number
  /** The last event of a cache channel: its `data`, and how long it is still kept (s). Null when empty. */
  readonly cache: { readonly data: string; readonly ttl: number } | null
}

/** The name of something that `info` may ask of one channel. */
export type ChannelAttribute = keyof ChannelAttributes

/** The name of something that `info` may ask of a list of channels. */
export type ChannelListAttribute = 'user_count'

/** Which channels to list, and what to tell of each. */
export interface ChannelsOptions<Info extends ChannelListAttribute = never> extends CallOptions {
  /** Only channels whose name starts with this, e.g. `presence-`. */
  readonly prefix?: string | undefined
  /** Attributes to answer. `user_count` needs a `prefix` that limits the list to presence channels. */
  readonly info?: Info | readonly Info[] | undefined
}

/** Every occupied channel by name. */
export interface ChannelsResult<Info extends ChannelListAttribute = never> {
  readonly channels: Readonly<Record<string, Readonly<Pick<ChannelAttributes, Info>>>>
}

/** What to tell of one channel. */
export interface ChannelOptions<Info extends ChannelAttribute = never> extends CallOptions {
  readonly info?: Info | readonly Info[] | undefined
}

/** The state of one channel: whether anybody is subscribed, and the attributes asked for. */
export type ChannelResult<Info extends ChannelAttribute = never> = Readonly<
  { occupied: boolean } & Pick<ChannelAttributes, Info>
>

/** The members of a presence channel, by id only. */
export interface UsersResult {
  readonly users: readonly { readonly id: string }[]
}

/** The three questions about an application's state, the same on a server and in a browser. */
export interface ChannelQueries {
  /** Lists the occupied channels. */
  channels<const Info extends ChannelListAttribute = never>(
    options?: ChannelsOptions<Info>,
  ): Promise<ChannelsResult<Info>>
  /** Tells the state of one channel. */
  channel<const Info extends ChannelAttribute = never>(
    name: string,
    options?: ChannelOptions<Info>,
  ): Promise<ChannelResult<Info>>
  /** Lists the members of a presence channel. */
  users(name: string, options?: CallOptions): Promise<UsersResult>
}
