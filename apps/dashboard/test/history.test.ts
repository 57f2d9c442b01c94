import { expect, test } from 'vitest'
import { History } from '../src/history.ts'

test('keeps what was last, and the highest of it', () => {
  const history = new History(3)
  for (const [at, value] of [
    [1_000, 9],
    [2_000, 2],
    [3_000, 4],
    [4_000, 1],
  ] as const)
    history.add(at, value)
  expect(history.times).toEqual([2, 3, 4])
  expect(history.values).toEqual([2, 4, 1])
  expect(history.last).toBe(1)
  expect(history.peak).toEqual({ value: 4, at: 3_000 })
})

test('a time when nothing was known is a gap, not a zero', () => {
  const history = new History()
  expect([history.last, history.peak]).toEqual([null, undefined])
  history.add(1_000, 7)
  history.add(2_000, null)
  expect(history.values).toEqual([7, null])
  expect([history.last, history.peak]).toEqual([7, { value: 7, at: 1_000 }])
})
