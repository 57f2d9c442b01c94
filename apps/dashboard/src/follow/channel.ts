import { isPresenceChannel, type UsersResult } from '@pusherkit/core/contract'
import { type ChannelClient, diff } from '@pusherkit/query'
import { type Follower, follow } from './follow.ts'

/** Who is told of one channel. */
export interface ChannelFollower extends Omit<Follower<never>, 'show'> {
  /** The open subscriptions. Undefined where the app does not count them. */
  readonly showState: (occupied: boolean, subscriptions: number | undefined) => void
  /** The ids of the members, and who came and left since the answer before. Presence channels only. */
  readonly showMembers: (ids: readonly string[], added: readonly string[], removed: readonly string[]) => void
}

/** Watches one channel, and its members where it has any. */
export function followChannel(client: ChannelClient, name: string, follower: ChannelFollower): void {
  const { showState, showMembers, ...rest } = follower
  const counted = { info: 'subscription_count' } as const
  void follow('channel', (options) => client.watch.channel(name, { ...options, ...counted }), {
    ...rest,
    show: ({ occupied, subscription_count = 0 }) => showState(occupied, subscription_count),
    refuse(error) {
      if (error.status !== 400) return rest.refuse(error)
      // Hosted Pusher refuses the count unless it is switched on for the app.
      void follow('channel', (options) => client.watch.channel(name, options), {
        ...rest,
        show: ({ occupied }) => showState(occupied, undefined),
      })
    },
  })
  if (!isPresenceChannel(name)) return
  let before: UsersResult | undefined
  void follow('members', (options) => client.watch.users(name, options), {
    ...rest,
    show(snapshot) {
      const { added, removed } = diff(before ?? snapshot, snapshot)
      before = snapshot
      const ids = snapshot.users.map(({ id }) => id)
      showMembers(ids, added, removed)
    },
  })
}
