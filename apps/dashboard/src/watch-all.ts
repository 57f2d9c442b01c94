import type { ChannelClient, PusherQueryError } from '@pusherkit/query'
import type { Health } from './follow/health.ts'
import { followOverview, type Overview } from './follow/overview.ts'
import { History } from './history.ts'
import type { Page } from './view/page.ts'

/** What the parts of the page share while somebody is signed in. */
export interface Shift {
  readonly client: ChannelClient
  readonly health: Health
  readonly page: Page
  readonly now: () => number
  readonly refuse: (error: PusherQueryError) => void
}

/** The overview: it goes on while a channel's page is looked at, so that its charts have no gap. */
export interface WatchAll {
  readonly draw: () => void
}

/** @param list Told of every answer. */
export function watchAll(
  { client, health, page, now, refuse }: Shift,
  list: { readonly show: (overview: Overview) => void },
  isShown: () => boolean,
  signal: AbortSignal,
): WatchAll {
  const [channels, users] = [new History(), new History()]
  const draw = (): void => {
    if (!isShown()) return
    page.cards[0].draw(channels)
    page.cards[1].draw(users)
  }
  followOverview(client, {
    health,
    signal,
    refuse,
    show(overview) {
      channels.add(now(), overview.rows.length)
      users.add(now(), overview.users)
      list.show(overview)
      draw()
    },
    lose() {
      channels.add(now(), null)
      users.add(now(), null)
      draw()
    },
  })
  return { draw }
}
