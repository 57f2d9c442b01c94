import { isPresenceChannel } from '@pusherkit/core/contract'
import type { App } from '../apps/app.ts'
import type { PresenceMember } from '../protocol/presence-member.ts'

/** One channel in detail. It may be vacant: somebody looks at it, and the last subscriber leaves. */
export interface ChannelView {
  readonly name: string
  readonly subscriptions: number
  /** The first of the subscribed connections. */
  readonly socketIds: readonly string[]
  /** All users; on presence channels only. */
  readonly users?: number | undefined
  /** The first of them. */
  readonly members?: readonly PresenceMember[] | undefined
  /** The event that a cache channel has for newcomers. */
  readonly cached?: { readonly event: string; readonly data: string } | undefined
}

/** How many connections and members are named. Presence channels have 100 users by default. */
const ROWS = 100

/** Looks at one channel of an app. */
export function viewChannel(app: App, name: string): ChannelView {
  const channel = app.channels.find(name)
  const members = isPresenceChannel(name) ? [...(channel?.members.values() ?? [])] : undefined
  const cached = app.cache.find(name)
  return {
    name,
    subscriptions: channel?.subscriptionCount ?? 0,
    socketIds: channel?.connections.slice(0, ROWS).map(({ socketId }) => socketId) ?? [],
    users: members?.length,
    members: members?.slice(0, ROWS),
    cached: cached && { event: cached.event.event, data: cached.event.data },
  }
}
