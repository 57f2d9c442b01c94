import type { Token } from '@pusherkit/core/signing'
import type { Feed } from '../feed/feed.ts'
import type { Happening } from '../feed/happening.ts'
import { holdDepartures } from './hold-departures.ts'
import { createOutbox, type OutboxDeps } from './outbox.ts'
import type { WebhookSettings } from './webhook-settings.ts'

/** One URL that webhooks go to. */
export interface Endpoint {
  /** Whether nothing is held, queued, under way or waiting for another try. */
  readonly isIdle: () => boolean
  /** Stops listening and drops everything; resolves when no connection is open. */
  readonly close: () => Promise<void>
}

/** Listens to the feed: takes the channels that are asked for, holds departures, takes the kinds that are asked for. */
export function startEndpoint(
  { feed, token }: { readonly feed: Feed; readonly token: Token },
  settings: WebhookSettings,
  deps: OutboxDeps,
): Endpoint {
  const { events, channelPrefix = '', vacatedDelay } = settings
  const outbox = createOutbox(settings, token, deps)

  // After the hold: a kind that is not asked for still undoes one that is.
  const pass = (happening: Happening): void => {
    if (events?.includes(happening.name) ?? true) outbox.put(happening)
    else deps.onSettled()
  }
  const hold = holdDepartures(vacatedDelay * 1_000, deps.schedule, pass, deps.onSettled)
  const unsubscribe = feed.subscribe((happening) => {
    if (happening.channel.startsWith(channelPrefix)) hold.hear(happening)
  })

  return {
    isIdle: () => hold.count() === 0 && outbox.isEmpty(),
    close: () => {
      unsubscribe()
      hold.close()
      return outbox.close()
    },
  }
}
