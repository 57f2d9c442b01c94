import type {
  CallOptions,
  ChannelAttribute,
  ChannelListAttribute,
  ChannelOptions,
  ChannelQueries,
  ChannelResult,
  ChannelsOptions,
  ChannelsResult,
  UsersResult,
} from '@pusherkit/core/contract'
import { channelQuestion, channelsQuestion, type Question, usersQuestion } from './question.ts'
import type { Send } from './send.ts'
import { createWatches, type Watches } from './watch/watches.ts'
import type { World } from './world.ts'

/**
 * The three questions, and watchers that ask them again and again. Every method rejects with a `PusherQueryError`; none
 * throws synchronously.
 */
export interface ChannelClient extends ChannelQueries {
  /** The same questions, asked until you stop: `for await (const snapshot of client.watch.users('presence-room'))`. */
  readonly watch: Watches
}

/** Makes a client of one way to send. */
export function createClient(send: Send, world: World): ChannelClient {
  // The reader of the question has checked the shape; which attributes it has is what `info` asked for.
  const ask = async <T>(question: Question): Promise<T> => (await send(question)).value as T
  return {
    channels: async <const Info extends ChannelListAttribute = never>(options?: ChannelsOptions<Info>) =>
      ask<ChannelsResult<Info>>(channelsQuestion(options)),
    channel: async <const Info extends ChannelAttribute = never>(
      name: string,
      options?: ChannelOptions<Info>,
    ) => ask<ChannelResult<Info>>(channelQuestion(name, options)),
    users: async (name: string, options?: CallOptions) => ask<UsersResult>(usersQuestion(name, options)),
    watch: createWatches(send, world),
  }
}
