import type { Signer } from '../signer.ts'
import { type TokenLike, toSigner } from '../webhook/token-like.ts'
import { assertMaxAge, type WebhookOptions } from '../webhook/webhook-options.ts'
import { success } from './answers.ts'
import { createHandler } from './create-handler.ts'
import type { Handler } from './handler.ts'
import type { BodyOptions, HandlerOptions } from './handler-options.ts'
import { assertClient, assertOptions, CHECKS } from './options.ts'
import { readBody } from './read-body.ts'
import { assertListeners, tellListeners, type WebhookListeners } from './webhooks/listeners.ts'
import { toRawBody } from './webhooks/raw-body.ts'
import { toEvents } from './webhooks/to-events.ts'

/** What to do with webhooks, and which to believe. */
export interface WebhookHandlerOptions<Context> extends HandlerOptions<Context>, BodyOptions, WebhookOptions {
  /**
   * The listeners, by the `name` of the event. The events of a webhook are told in order, each when the listener before
   * it is done. When one throws, the others are told all the same and the answer is 500, so that the server sends the
   * whole webhook again: a listener may get an event more than once.
   */
  readonly on: WebhookListeners<Context>
  /** More keys of the app that are accepted, while keys are rotated. */
  readonly extraTokens?: TokenLike | readonly TokenLike[] | undefined
}

const WEBHOOK_BODY_BYTES = 1_048_576

/**
 * Makes the handler that Pusher sends webhooks to. It believes nothing before it has verified the raw body.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` at once
 */
export function createWebhookHandler<Context = unknown>(
  pusher: Pick<Signer, 'key' | 'webhook'>,
  options: WebhookHandlerOptions<Context>,
): Handler<Context> {
  assertClient(pusher, ['webhook'])
  assertOptions(options, {
    on: CHECKS.elsewhere,
    extraTokens: CHECKS.elsewhere,
    maxAge: CHECKS.elsewhere,
    maxBodyBytes: CHECKS.maxBodyBytes,
    onError: CHECKS.onError,
  })
  const { on, maxAge, maxBodyBytes = WEBHOOK_BODY_BYTES } = options
  assertListeners(on)
  assertMaxAge(maxAge)
  const extra = [options.extraTokens ?? []]
    .flat()
    .map((token, index) => toSigner(token, `extraTokens[${index}]`))
  return createHandler(options, maxBodyBytes, async (request, context) => {
    const rawBody = toRawBody(readBody(request, maxBodyBytes))
    const webhook = pusher.webhook({ headers: request.headers, rawBody }, { maxAge })
    const events = toEvents(webhook, request.headers, pusher.key, extra)
    await tellListeners(on, events, context)
    return success({})
  })
}
