import type { ChannelAttribute, ChannelListAttribute } from '../../contract/channel-queries.ts'

/** What a client wants to know. */
export type ChannelQuery =
  | {
      /** The occupied channels. */
      readonly resource: 'channels'
      /** Only those whose names start with this; empty for all. */
      readonly prefix: string
      readonly info: readonly ChannelListAttribute[]
    }
  | {
      /** The state of one channel. */
      readonly resource: 'channel'
      readonly channel: string
      readonly info: readonly ChannelAttribute[]
    }
  | {
      /** The members of a presence channel. */
      readonly resource: 'users'
      readonly channel: string
      readonly info: readonly []
    }
