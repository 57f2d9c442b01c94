import type { Token } from '@pusherkit/core/signing'
import type { Clock } from '../clock.ts'
import type { Feed } from '../feed/feed.ts'
import type { Warn } from '../world.ts'
import type { WebhookDelivery } from './delivery.ts'
import { type Endpoint, startEndpoint } from './endpoint.ts'
import type { WebhookSettings } from './webhook-settings.ts'

/** What webhooks need of the world. */
export interface WebhookDeps extends Clock {
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number
  /** Told when too much waits for an endpoint. */
  readonly warn: Warn
  /** Told of every try, whether it succeeded or failed. Must not throw. */
  readonly onDelivery?: ((delivery: WebhookDelivery) => void) | undefined
}

/** The webhooks of one app, being sent. */
export interface RunningWebhooks {
  /**
   * Stops listening, drops without a report what was not delivered, and resolves when no connection is open; calling it
   * again is fine.
   */
  close(): Promise<void>
  /**
   * Resolves when everything was delivered or given up: nothing is held for `vacatedDelay`, queued, under way, or
   * waiting for another try. Also when `close()` dropped it.
   */
  idle(): Promise<void>
}

/**
 * Sends the webhooks of an app from now on. Each of the settings is an endpoint of its own, which fails and waits by
 * itself.
 */
export function startWebhooks(
  app: { readonly token: Token; readonly feed: Feed },
  settings: readonly WebhookSettings[],
  deps: WebhookDeps,
): RunningWebhooks {
  const waiting: (() => void)[] = []
  const isIdle = (): boolean => endpoints.every((endpoint) => endpoint.isIdle())
  const onSettled = (): void => {
    if (waiting.length === 0 || !isIdle()) return
    for (const resolve of waiting.splice(0)) resolve()
  }
  const endpoints: readonly Endpoint[] = settings.map((each) =>
    startEndpoint(app, each, { ...deps, onSettled }),
  )

  return {
    close: async () => {
      await Promise.all(endpoints.map((endpoint) => endpoint.close()))
      onSettled()
    },
    idle: () => new Promise((resolve) => (isIdle() ? resolve() : waiting.push(resolve))),
  }
}
