import type { ChannelsResult } from '@pusherkit/core/contract'
import { type ChannelClient, diff } from '@pusherkit/query'
import type { Row } from '../select-channels.ts'
import { type Follower, follow } from './follow.ts'

/** All occupied channels, the users of each presence channel, and which were not there before. */
export interface Overview {
  readonly rows: readonly Row[]
  /** Users of all presence channels. Whoever is on two of them counts twice. */
  readonly users: number
  readonly occupied: readonly string[]
  readonly vacated: readonly string[]
}

/** Two questions: the list of all channels, and users, which the API tells of presence channels only. */
export function followOverview(client: ChannelClient, follower: Follower<Overview>): void {
  let all: ChannelsResult | undefined
  let counts: ChannelsResult<'user_count'>['channels'] = {}
  const tell = (occupied: readonly string[] = [], vacated: readonly string[] = []): void => {
    if (!all) return
    const rows = Object.keys(all.channels).map((name) => ({ name, users: counts[name]?.user_count }))
    follower.show({ rows, users: sum(Object.values(counts)), occupied, vacated })
  }
  void follow('channels', (options) => client.watch.channels(options), {
    ...follower,
    show(snapshot) {
      const { occupied, vacated } = diff(all ?? snapshot, snapshot)
      all = snapshot
      tell(occupied, vacated)
    },
  })
  const onPresence = { prefix: 'presence-', info: 'user_count' } as const
  void follow('users', (options) => client.watch.channels({ ...options, ...onPresence }), {
    ...follower,
    // The list of all channels tells both.
    lose() {},
    show(snapshot) {
      counts = snapshot.channels
      tell()
    },
  })
}

const sum = (counts: readonly { readonly user_count: number }[]): number =>
  counts.reduce((total, { user_count }) => total + user_count, 0)
