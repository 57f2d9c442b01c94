import { expect, it } from 'vitest'
import { retryDelay } from '../../src/webhooks/retry-delay.ts'

it.each([
  [1, 0, 500],
  [1, 1, 1_000],
  [2, 0, 1_000],
  [2, 0.5, 1_500],
  [6, 1, 32_000],
  [7, 1, 60_000],
  [5_000, 0, 30_000],
])('after try %i, with chance at %d, %i ms', (attempt, random, ms) => {
  expect(retryDelay(attempt, random)).toBe(ms)
})
