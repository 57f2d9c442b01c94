import type { Webhook } from '@pusherkit/core'

const WEBHOOKS = new WeakMap<object, Webhook>()

/** Remembers what a guard has verified. Not a property of the request, which others could set. */
export const setWebhook = (request: object, webhook: Webhook): void => void WEBHOOKS.set(request, webhook)

/** The webhook that a guard has verified, if one did. */
export const webhookOf = (request: object): Webhook | undefined => WEBHOOKS.get(request)
