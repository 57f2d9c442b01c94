import type { Token } from '@pusherkit/core/signing'
import type { Happening } from '../feed/happening.ts'

/** A signed webhook, the same for every try. */
export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: Uint8Array
}

/** JSON.stringify writes these names only, and in this order. */
const FIELDS = [
  'time_ms',
  'events',
  'name',
  'channel',
  'event',
  'data',
  'socket_id',
  'user_id',
  'subscription_count',
]

/**
 * Writes and signs a webhook.
 *
 * Source: Channels webhooks, "Webhook format" and "Authentication".
 *
 * @param time When it is created, in ms since 1970.
 */
export function toMessage(events: readonly Happening[], token: Token, time: number): WebhookMessage {
  const body = Buffer.from(JSON.stringify({ time_ms: time, events }, FIELDS))
  const headers = {
    // The official Node library takes a webhook with a charset for an invalid one.
    'Content-Type': 'application/json',
    'Content-Length': body.byteLength,
    'X-Pusher-Key': token.key,
    'X-Pusher-Signature': token.sign(body),
  }
  return { headers, body }
}
