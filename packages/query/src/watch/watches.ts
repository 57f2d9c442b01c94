import type {
  ChannelAttribute,
  ChannelListAttribute,
  ChannelOptions,
  ChannelResult,
  ChannelsOptions,
  ChannelsResult,
  UsersResult,
} from '@pusherkit/core/contract'
import { channelQuestion, channelsQuestion, type Question, usersQuestion } from '../question.ts'
import type { Send } from '../send.ts'
import type { World } from '../world.ts'
import { poll } from './poll.ts'
import { toWatch, type Watch } from './watch.ts'
import { toPace, type WatchOptions, withoutPace } from './watch-options.ts'

/** The three questions, asked until you stop. A watcher asks nothing before its first snapshot is awaited. */
export interface Watches {
  /** Watches which channels are occupied. */
  channels<const Info extends ChannelListAttribute = never>(
    options?: ChannelsOptions<Info> & WatchOptions,
  ): Watch<ChannelsResult<Info>>
  /** Watches one channel. */
  channel<const Info extends ChannelAttribute = never>(
    name: string,
    options?: ChannelOptions<Info> & WatchOptions,
  ): Watch<ChannelResult<Info>>
  /** Watches the members of a presence channel. */
  users(name: string, options?: WatchOptions): Watch<UsersResult>
}

/** Makes the watchers of one way to send. */
export function createWatches(send: Send, world: World): Watches {
  const watch = <T>(options: WatchOptions = {}, ask: (options: unknown) => Question): Watch<T> =>
    toWatch<T>((signal) => {
      const question = ask(withoutPace(options))
      const { signal: given } = question.call
      const until = given ? AbortSignal.any([given, signal]) : signal
      return poll(send, question, toPace(options), world, until) as AsyncGenerator<T, undefined, undefined>
    })
  return {
    channels: (options) => watch(options, channelsQuestion),
    channel: (name, options) => watch(options, (rest) => channelQuestion(name, rest)),
    users: (name, options) => watch(options, (rest) => usersQuestion(name, rest)),
  }
}
