import { expect, it } from 'vitest'
import { describeFailure } from '../../src/cli/describe-failure.ts'
import type { WebhookDelivery } from '../../src/webhooks/delivery.ts'

const delivery: WebhookDelivery = {
  url: 'http://127.0.0.1:3000/webhooks',
  events: [{ name: 'channel_occupied', channel: 'a' }],
  attempt: 1,
  delivered: false,
  status: 500,
  error: undefined,
  willRetryIn: 1_234,
}

it('says what failed, why, and what comes next', () => {
  expect(describeFailure(delivery)).toBe(
    'webhook channel_occupied to http://127.0.0.1:3000/webhooks failed (500): next try in 1.2 s',
  )
  expect(
    describeFailure({ ...delivery, status: undefined, error: 'ECONNREFUSED', willRetryIn: undefined }),
  ).toBe('webhook channel_occupied to http://127.0.0.1:3000/webhooks failed (ECONNREFUSED): given up')
})

it('has nothing to say of one that arrived', () => {
  expect(
    describeFailure({ ...delivery, delivered: true, status: 200, willRetryIn: undefined }),
  ).toBeUndefined()
})
