import { createToken, type Token } from '@pusherkit/core/signing'
import { ChannelTable } from '../channels/channel-table.ts'
import { CountAnnouncer } from '../channels/count-announcer.ts'
import { EventCache } from '../channels/event-cache.ts'
import { createCountTeller } from '../channels/tell-count.ts'
import type { Clock } from '../clock.ts'
import type { Connection } from '../connections/connection.ts'
import { ConnectionTable } from '../connections/connection-table.ts'
import { createFeed, type Feed } from '../feed/feed.ts'
import type { News } from '../journal/news.ts'
import type { AppRules, AppSettings } from '../options/app-settings.ts'
import type { WebhookSettings } from '../webhooks/webhook-settings.ts'
import type { Warn } from '../world.ts'

/** One app: who may use it, and what is going on in it. Apps never see each other's channels. */
export interface App {
  readonly appId: string
  readonly token: Token
  readonly rules: AppRules
  /** Where to tell what happens. */
  readonly webhooks: readonly WebhookSettings[]
  readonly clock: Clock
  /** Everybody who is connected. */
  readonly connections: Set<Connection>
  readonly channels: ChannelTable
  /** Who tells how many are subscribed. */
  readonly counts: CountAnnouncer
  /** The last events of cache channels. */
  readonly cache: EventCache
  /** The connections that are signed in, by the id of their user. */
  readonly users: ConnectionTable
  /** The connections that watch a user, by that user's id. */
  readonly watchers: ConnectionTable
  /** What happens in it, for whoever wants to be told. */
  readonly feed: Feed
  /** Writes into the emulator's journal what happened in this app. */
  readonly record: (news: News) => void
}

/** What an app needs besides its settings. */
export interface AppDeps {
  readonly clock: Clock
  readonly record: (news: News) => void
  readonly warn: Warn
}

/** Makes an app that nobody is connected to. Its credentials end up in the token, which shows no secret. */
export function createApp(
  { appId, key, secret, webhooks, ...rules }: AppSettings,
  { clock, record, warn }: AppDeps,
): App {
  const feed = createFeed(warn)
  return {
    appId,
    token: createToken({ key, secret }),
    rules,
    webhooks,
    clock,
    connections: new Set(),
    channels: new ChannelTable(),
    counts: new CountAnnouncer(createCountTeller(feed), clock),
    cache: new EventCache(clock.now),
    users: new ConnectionTable(),
    watchers: new ConnectionTable(),
    feed,
    record,
  }
}
