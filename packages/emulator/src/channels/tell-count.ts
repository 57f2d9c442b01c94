import type { Feed } from '../feed/feed.ts'
import { subscriptionCount } from '../protocol/server-frames.ts'
import type { Channel } from './channel.ts'

/** Makes the function that tells subscribers and the app's owner how many subscriptions a channel has. */
export const createCountTeller =
  (feed: Feed) =>
  (channel: Channel): void => {
    const { name, subscriptionCount: count } = channel
    channel.broadcast(subscriptionCount(name, count))
    feed.publish({ name: 'subscription_count', channel: name, subscription_count: count })
  }
