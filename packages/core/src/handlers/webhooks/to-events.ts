import type { WebhookEvent } from '../../contract/webhook-events.ts'
import { display } from '../../error/display.ts'
import type { Signer as TokenSigner } from '../../webhook/token-like.ts'
import type { Webhook } from '../../webhook/webhook.ts'
import type { HandlerRequest } from '../handler.ts'
import { refuse } from '../refused.ts'

/**
 * The events of a webhook that is signed, whole and recent.
 *
 * @param extra The tokens that are accepted besides the client's own.
 * @throws Refused 401 or 400, without the signature
 */
export function toEvents(
  webhook: Webhook,
  headers: HandlerRequest['headers'],
  key: string,
  extra: readonly TokenSigner[],
): readonly WebhookEvent[] {
  if (!webhook.isSigned(extra)) {
    refuse('ERR_PUSHER_WEBHOOK_SIGNATURE', whyNotSigned(headers, [key, ...extra.map((token) => token.key)]))
  }
  if (!webhook.isBodyValid()) refuse('ERR_PUSHER_WEBHOOK', whyNotReadable(webhook))
  if (!webhook.isValid(extra)) {
    const time = webhook.getTime().toISOString()
    refuse(
      'ERR_PUSHER_WEBHOOK_EXPIRED',
      `The webhook is of ${time}, which is further away than maxAge allows`,
    )
  }
  return webhook.getEvents()
}

function whyNotSigned(headers: HandlerRequest['headers'], keys: readonly string[]): string {
  const missing = ['x-pusher-key', 'x-pusher-signature'].find((name) => !headers[name])
  if (missing !== undefined) return `The header ${missing} is missing: Pusher sends it with every webhook`
  const key = headers['x-pusher-key']
  if (!keys.some((known) => known === key))
    return `x-pusher-key is ${display(key)}, which is not a key of this app`
  return 'x-pusher-signature is not the signature of this body: is the secret right, and did nothing change the body?'
}

function whyNotReadable(webhook: Webhook): string {
  try {
    webhook.getData()
  } catch (error) {
    if (error instanceof Error) return error.message
  }
  return 'Invalid webhook body'
}
