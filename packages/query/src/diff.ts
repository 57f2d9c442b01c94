import type { ChannelsResult, UsersResult } from '@pusherkit/core/contract'

type Attributes<Result extends ChannelsResult> = Result['channels'][string]

/** How one list of channels differs from another. */
export interface ChannelsDiff<Result extends ChannelsResult = ChannelsResult> {
  /** Channels that somebody subscribed to. */
  readonly occupied: readonly string[]
  /** Channels that nobody is subscribed to any more. */
  readonly vacated: readonly string[]
  /** Channels that were and are occupied, and whose counts are others now. */
  readonly changed: readonly {
    readonly channel: string
    readonly before: Attributes<Result>
    readonly after: Attributes<Result>
  }[]
}

/** How one list of members differs from another. By id. */
export interface UsersDiff {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/**
 * Tells what changed from one snapshot to the next. Before the first one there is `undefined`, which counts as nobody.
 *
 * ```ts
 * let before: UsersResult | undefined
 * for await (const after of client.watch.users('presence-room')) {
 *   const { added, removed } = diff(before, after)
 *   before = after
 * }
 * ```
 */
export function diff(before: UsersResult | undefined, after: UsersResult): UsersDiff
export function diff<const Result extends ChannelsResult>(
  before: NoInfer<Result> | undefined,
  after: Result,
): ChannelsDiff<Result>
export function diff(
  before: ChannelsResult | UsersResult | undefined,
  after: ChannelsResult | UsersResult,
): ChannelsDiff | UsersDiff {
  if ('users' in after) return diffUsers(before && 'users' in before ? before.users : [], after.users)
  return diffChannels(before && 'channels' in before ? before.channels : {}, after.channels)
}

function diffUsers(before: UsersResult['users'], after: UsersResult['users']): UsersDiff {
  const [old, now] = [ids(before), ids(after)]
  return { added: [...now].filter((id) => !old.has(id)), removed: [...old].filter((id) => !now.has(id)) }
}

const ids = (users: UsersResult['users']): Set<string> => new Set(users.map(({ id }) => id))

type Channels = Readonly<Record<string, Readonly<Record<string, unknown>>>>

function diffChannels(before: Channels, after: Channels): ChannelsDiff {
  const missingIn = (others: Channels) => (name: string) => !Object.hasOwn(others, name)
  return {
    occupied: Object.keys(after).filter(missingIn(before)),
    vacated: Object.keys(before).filter(missingIn(after)),
    changed: Object.entries(after).flatMap(([channel, now]) => {
      const was = Object.hasOwn(before, channel) ? before[channel] : undefined
      return was && differ(was, now) ? [{ channel, before: was, after: now }] : []
    }),
  }
}

const differ = (a: Channels[string], b: Channels[string]): boolean =>
  [...Object.keys(a), ...Object.keys(b)].some((name) => a[name] !== b[name])
