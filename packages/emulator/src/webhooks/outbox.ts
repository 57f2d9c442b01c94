import type { Token } from '@pusherkit/core/signing'
import type { Clock } from '../clock.ts'
import type { Happening } from '../feed/happening.ts'
import type { Warn } from '../world.ts'
import { ChannelQueues } from './channel-queues.ts'
import type { WebhookDelivery } from './delivery.ts'
import { type PostResult, post } from './post.ts'
import { retryDelay } from './retry-delay.ts'
import { toMessage, type WebhookMessage } from './webhook-message.ts'
import type { WebhookSettings } from './webhook-settings.ts'
import { displayUrl } from './webhook-url.ts'

/** What is to be sent to one endpoint. */
export interface Outbox {
  readonly put: (happening: Happening) => void
  /** Whether nothing is queued, under way or waiting for another try. */
  readonly isEmpty: () => boolean
  /** Drops everything; resolves when no connection is open. */
  readonly close: () => Promise<void>
}

/** What an outbox needs of the world. */
export interface OutboxDeps extends Clock {
  readonly random: () => number
  readonly warn: Warn
  readonly onDelivery?: ((delivery: WebhookDelivery) => void) | undefined
  /** Called when something was delivered or given up. */
  readonly onSettled: () => void
}

interface Parcel {
  readonly events: readonly Happening[]
  readonly message: WebhookMessage
  /** In ms since 1970: no try begins later. */
  readonly giveUpAt: number
  readonly attempt: number
}

/** Requests under way at a time. What waits for another try is not counted: it keeps up nothing but its channel. */
const REQUESTS = 20
/** Events in one webhook, with `batch`. As many as a batch of the HTTP API may have; hosted Pusher gives no number. */
const BATCH_EVENTS = 10
/** Events that wait for one endpoint: one that is down during a load test must not fill the memory. */
const WAITING_EVENTS = 10_000

const isSuccess = (result: PostResult): boolean =>
  'status' in result && result.status >= 200 && result.status < 300

/** Sends what is put into it: the events of one channel one after the other, those of many channels side by side. */
export function createOutbox(settings: WebhookSettings, token: Token, deps: OutboxDeps): Outbox {
  const { now, schedule, track, random, warn, onDelivery, onSettled } = deps
  const queues = new ChannelQueues()
  const due: Parcel[] = []
  const retries = new Set<() => void>()
  const underWay = new Set<Promise<void>>()
  const stop = new AbortController()
  let isFull = false

  const pack = (): Parcel | undefined => {
    const taken = queues.take(settings.batch ? BATCH_EVENTS : 1)
    if (taken.length === 0) return undefined
    const events = taken.map(({ happening }) => happening)
    // Counted from when it was queued: behind an endpoint that is down all day would be a day's events otherwise.
    const giveUpAt = Math.max(...taken.map(({ since }) => since)) + settings.retryFor * 1_000
    return { events, message: toMessage(events, token, now()), giveUpAt, attempt: 1 }
  }

  const retryLater = (parcel: Parcel): number | undefined => {
    const delay = retryDelay(parcel.attempt, random())
    if (now() + delay > parcel.giveUpAt) return undefined
    const retry = (): void => {
      retries.delete(cancel)
      due.push({ ...parcel, attempt: parcel.attempt + 1 })
      pump()
    }
    const cancel = schedule(retry, delay)
    retries.add(cancel)
    return delay
  }

  const settle = (parcel: Parcel, result: PostResult): void => {
    const { events, attempt } = parcel
    const delivered = isSuccess(result)
    const willRetryIn = delivered ? undefined : retryLater(parcel)
    if (willRetryIn === undefined) queues.release(events.map(({ channel }) => channel))
    const { status, error } = { status: undefined, error: undefined, ...result }
    onDelivery?.({ url: displayUrl(settings.url), events, attempt, delivered, status, error, willRetryIn })
    onSettled()
  }

  const send = async (parcel: Parcel): Promise<void> => {
    const result = await post(settings.url, parcel.message, schedule, stop.signal)
    if (!stop.signal.aborted) settle(parcel, result)
  }

  const pump = (): void => {
    while (underWay.size < REQUESTS) {
      const parcel = due.shift() ?? pack()
      if (!parcel) return
      const sending = send(parcel).finally(() => {
        underWay.delete(sending)
        pump()
      })
      underWay.add(sending)
      track?.(sending)
    }
  }

  return {
    put: (happening) => {
      if (queues.size >= WAITING_EVENTS) {
        // The new ones and not the old: those that wait were promised `retryFor`, and the order stays whole.
        if (!isFull)
          warn(`Webhooks to ${displayUrl(settings.url)}: ${WAITING_EVENTS} events wait; others are dropped`)
        isFull = true
        onSettled()
        return
      }
      isFull = false
      queues.put(happening, now())
      // What happens at once, such as the first member of a channel, is in the queue together by then.
      queueMicrotask(pump)
    },
    isEmpty: () => queues.isEmpty,
    close: async () => {
      for (const cancel of retries) cancel()
      queues.clear()
      due.length = 0
      stop.abort()
      await Promise.allSettled(underWay)
    },
  }
}
