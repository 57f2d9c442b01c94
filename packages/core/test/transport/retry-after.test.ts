import { expect, test } from 'vitest'
import { retryAfter } from '../../src/transport/retry-after.ts'

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0)

test.each([
  ['0', 0],
  ['3', 3000],
  [' 120 ', 120_000],
  ['0.992', 992],
  ['Thu, 01 Jan 2026 12:00:30 GMT', 30_000],
  ['Thu, 01 Jan 2026 11:59:30 GMT', 0],
])('%j is %i ms', (value, expected) => {
  expect(retryAfter({ headers: { 'retry-after': value } }, NOW)).toBe(expected)
})

test.each(['', ' ', '-5', '1e3', 'soon', 'Thu, 99 Foo', 'NaN', 'Infinity', '0x10', '2026-01-01'])(
  '%j says nothing',
  (value) => {
    expect(retryAfter({ headers: { 'retry-after': value } }, NOW)).toBeUndefined()
  },
)

test('no header says nothing', () => {
  expect(retryAfter({ headers: {} }, NOW)).toBeUndefined()
})
