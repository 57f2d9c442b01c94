import { createToken } from '@pusherkit/core/signing'
import { onTestFinished } from 'vitest'
import { createFeed, type Feed } from '../../../src/feed/feed.ts'
import type { Happening } from '../../../src/feed/happening.ts'
import type { WebhookDelivery } from '../../../src/webhooks/delivery.ts'
import { type RunningWebhooks, startWebhooks } from '../../../src/webhooks/start-webhooks.ts'
import type { WebhookOptions } from '../../../src/webhooks/webhook-options.ts'
import { readWebhooks } from '../../../src/webhooks/webhook-settings.ts'
import { ManualClock } from '../../support/manual-clock.ts'
import { Inbox } from './inbox.ts'
import { APP } from './receiver.ts'

/** Webhooks that are being sent, for the length of one test. */
export interface Sender {
  readonly publish: (...happenings: Happening[]) => void
  readonly clock: ManualClock
  readonly webhooks: RunningWebhooks
  readonly deliveries: Inbox<WebhookDelivery>
  readonly warnings: readonly (string | Error)[]
}

/** Starts webhooks whose clock stands still. Waits between tries are not random: always the longest. */
export function start(...webhooks: readonly WebhookOptions[]): Sender {
  const warnings: (string | Error)[] = []
  const warn = (warning: string | Error): unknown => warnings.push(warning)
  const feed: Feed = createFeed(warn)
  const clock = new ManualClock(1_700_000_000_000)
  const deliveries = new Inbox<WebhookDelivery>()
  const running = startWebhooks({ token: createToken(APP), feed }, readWebhooks(webhooks, 'webhooks'), {
    now: clock.now,
    schedule: clock.schedule,
    random: () => 1,
    warn,
    onDelivery: (delivery) => deliveries.put(delivery),
  })
  onTestFinished(running.close)
  const publish = (...happenings: Happening[]): void => happenings.forEach(feed.publish)
  return { publish, clock, webhooks: running, deliveries, warnings }
}

export const occupied = (channel: string): Happening => ({ name: 'channel_occupied', channel })
export const vacated = (channel: string): Happening => ({ name: 'channel_vacated', channel })
export const added = (channel: string, user_id: string): Happening => ({
  name: 'member_added',
  channel,
  user_id,
})
export const removed = (channel: string, user_id: string): Happening => ({
  name: 'member_removed',
  channel,
  user_id,
})
export const count = (channel: string, subscription_count: number): Happening => ({
  name: 'subscription_count',
  channel,
  subscription_count,
})
