import type { WebhookDelivery } from '../webhooks/delivery.ts'

/** One line about a webhook that has not arrived; undefined for one that has. */
export function describeFailure(delivery: WebhookDelivery): string | undefined {
  if (delivery.delivered) return undefined
  const { url, events, status, error, willRetryIn } = delivery
  const what = events.map(({ name }) => name).join(', ')
  const next = willRetryIn === undefined ? 'given up' : `next try in ${(willRetryIn / 1000).toFixed(1)} s`
  return `webhook ${what} to ${url} failed (${status ?? error}): ${next}`
}
