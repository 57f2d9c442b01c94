import { expect, test } from 'vitest'
import { toRetryPolicy } from '../../src/transport/retry-policy.ts'

const DEFAULTS = { limit: 2, publish: 'at-most-once', baseDelay: 250, maxDelay: 4000, totalTimeout: 60_000 }

test.each([
  [undefined, DEFAULTS],
  [true, DEFAULTS],
  [{}, DEFAULTS],
  [{ limit: undefined, publish: undefined }, DEFAULTS],
  [false, { ...DEFAULTS, limit: 0 }],
  [
    { limit: 10, publish: 'at-least-once', baseDelay: 0, maxDelay: 1, totalTimeout: 30_000 },
    { limit: 10, publish: 'at-least-once', baseDelay: 0, maxDelay: 1, totalTimeout: 30_000 },
  ],
])('%j is a policy', (option, policy) => {
  expect(toRetryPolicy(option, 30_000)).toEqual(policy)
})

test.each([
  [
    3,
    'retry',
    'is 3 (number), but it is false or an object with limit, publish, baseDelay, maxDelay, totalTimeout',
  ],
  [null, 'retry', 'is null, but it is false or an object with limit,'],
  [[], 'retry', 'is an array of 0, but it is false or an object with limit,'],
  [{ limits: 3 }, 'retry.limits', 'does not exist: retry may hold limit, publish, baseDelay, maxDelay'],
  [{ limit: -1 }, 'retry.limit', 'is -1 (number), but it is a number from 0 to 10'],
  [{ limit: 11 }, 'retry.limit', 'is 11 (number), but it is a number from 0 to 10'],
  [{ limit: '2' }, 'retry.limit', 'is "2", but it is a number from 0 to 10'],
  [{ limit: 1.5 }, 'retry.limit', 'is 1.5, but it is a whole number'],
  [{ limit: Number.NaN }, 'retry.limit', 'is NaN (number), but it is a number from 0 to 10'],
  [{ publish: 'exactly-once' }, 'retry.publish', 'is "exactly-once", but it is "at-most-once" or "at-least'],
  [{ baseDelay: -1 }, 'retry.baseDelay', 'is -1 (number), but it is a number of milliseconds from 0 to'],
  [
    { maxDelay: 2 ** 31 },
    'retry.maxDelay',
    'is 2147483648 (number), but it is a number of milliseconds from 0',
  ],
  [
    { totalTimeout: 29_999 },
    'retry.totalTimeout',
    'is 29999 (number), but it is a number of milliseconds from 30000',
  ],
])('%j is refused', (option, parameter, message) => {
  expect(() => toRetryPolicy(option, 30_000)).toThrow(
    expect.objectContaining({
      code: 'ERR_PUSHER_INVALID_OPTION',
      parameter,
      message: expect.stringContaining(`Option ${parameter} ${message}`),
    }),
  )
})
