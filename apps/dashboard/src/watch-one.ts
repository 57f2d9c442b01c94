import { byId } from './dom.ts'
import { followChannel } from './follow/channel.ts'
import { History } from './history.ts'
import { createMembers } from './view/members.ts'
import type { Shift } from './watch-all.ts'

/** The page of one channel, until the signal is aborted. Its charts begin when it is opened. */
export function watchOne(
  { client, health, page, now, refuse }: Shift,
  channel: string,
  signal: AbortSignal,
): void {
  const [subscriptions, users] = [new History(), new History()]
  const members = createMembers(now)
  const draw = (): void => {
    page.cards[0].draw(subscriptions)
    page.cards[1].draw(users)
  }
  draw()
  followChannel(client, channel, {
    health,
    signal,
    refuse,
    showState(occupied, count) {
      const state = occupied ? '' : ' · vacated'
      byId('kind').textContent = (byId('kind').textContent ?? '').split(' · ')[0] + state
      subscriptions.add(now(), count ?? null)
      draw()
    },
    showMembers(ids, added, removed) {
      users.add(now(), ids.length)
      members.show(ids, added, removed)
      draw()
    },
    lose() {
      subscriptions.add(now(), null)
      users.add(now(), null)
      draw()
    },
  })
}
