import { expect, test } from 'vitest'
import { delayAfter } from '../../src/watch/delay.ts'

const pace = { every: 2000, max: 60_000, random: 0 }

test('the delay doubles with each failure, up to the longest', () => {
  expect(
    [1, 2, 3, 4, 5, 6, 99_999].map((failures) => delayAfter(failures, { retryAfter: undefined }, pace)),
  ).toEqual([4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
})

test('up to half of it is taken off by chance', () => {
  expect(delayAfter(1, { retryAfter: undefined }, { ...pace, random: 1 })).toBe(2000)
})

test('it is never shorter than what the server asks for', () => {
  expect(delayAfter(1, { retryAfter: 120_000 }, pace)).toBe(120_000)
  expect(delayAfter(1, { retryAfter: 1e12 }, pace)).toBe(2 ** 31 - 1)
})

test('a watcher that is slow by itself does not become faster', () => {
  expect(delayAfter(1, { retryAfter: undefined }, { every: 90_000, max: 60_000, random: 0 })).toBe(90_000)
})
