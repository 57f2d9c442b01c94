import type { WebhookEvent } from '../contract/webhook-events.ts'
import { assertObject } from '../validate/params.ts'
import { type TokenLike, toSigner } from './token-like.ts'

/** What a webhook tells. */
export interface WebhookContent {
  readonly events: readonly WebhookEvent[]
  /** When it was created, in ms since 1970; now unless given. */
  readonly time_ms?: number | undefined
}

/** A webhook as Pusher sends it: a `POST` with these headers and this body. */
export interface SignedWebhook {
  readonly headers: Readonly<Record<'content-type' | 'x-pusher-key' | 'x-pusher-signature', string>>
  readonly rawBody: string
}

/**
 * Makes a webhook with its signature, to test your own endpoint with.
 *
 * ```ts
 * const { headers, rawBody } = signWebhook({ key, secret }, { events: [{ name: 'cache_miss', channel: 'cache-a' }] })
 * await fetch(endpoint, { method: 'POST', headers, body: rawBody })
 * ```
 *
 * @param token The key and the secret that the endpoint knows.
 * @param content What to tell; or the whole body, as text.
 * @param now The time, in ms since 1970.
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`, `ERR_PUSHER_INVALID_PARAMS`
 */
export function signWebhook(
  token: TokenLike,
  content: WebhookContent | string,
  now: number = Date.now(),
): SignedWebhook {
  const signer = toSigner(token, 'token')
  const rawBody = typeof content === 'string' ? content : toBody(content, now)
  return {
    headers: {
      'content-type': 'application/json',
      'x-pusher-key': signer.key,
      'x-pusher-signature': signer.sign(rawBody),
    },
    rawBody,
  }
}

function toBody(content: WebhookContent, now: number): string {
  assertObject(content, ['events', 'time_ms'], 'content')
  const { events, time_ms = now } = content
  return JSON.stringify({ time_ms, events })
}
