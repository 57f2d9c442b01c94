import { expect, it } from 'vitest'
import { Sampler } from '../../src/console/sampler.ts'
import type { JournalEntry } from '../../src/journal/entry.ts'

const entry = (seq: number, userId = 'ana'): JournalEntry => ({
  seq,
  at: 0,
  appId: 'app-id',
  kind: 'signin',
  socketId: '1.1',
  userId,
})

const offer = (sampler: Sampler, count: number, userId?: string): void => {
  for (let seq = 1; seq <= count; seq++) sampler.offer(entry(seq, userId))
}

const sizes = (sampler: Sampler): [taken: number, skipped: number] => {
  const { entries, skipped } = sampler.take()
  return [entries.length, skipped]
}

it('takes the first 300 of a burst, and counts the rest', () => {
  const sampler = new Sampler(() => 0)
  offer(sampler, 5_000)

  expect(sizes(sampler)).toEqual([300, 4_700])
})

it('takes 100 a second in the long run', () => {
  let now = 0
  const sampler = new Sampler(() => now)
  offer(sampler, 5_000)
  sampler.take()

  now = 1_000
  offer(sampler, 1_000)
  expect(sizes(sampler)).toEqual([100, 900])

  now = 1_100
  offer(sampler, 100)
  expect(sizes(sampler)).toEqual([10, 90])
})

it('is ready for a burst again after a quiet time', () => {
  let now = 0
  const sampler = new Sampler(() => now)
  offer(sampler, 5_000)
  sampler.take()

  now = 60_000
  offer(sampler, 301)

  expect(sizes(sampler)).toEqual([300, 1])
})

it('takes fewer large entries: half a million characters in one batch', () => {
  const sampler = new Sampler(() => 0)
  offer(sampler, 100, 'x'.repeat(16_000))

  expect(sizes(sampler)).toEqual([33, 67])
})

it('counts what nobody could take', () => {
  const sampler = new Sampler(() => 0)
  offer(sampler, 3)
  sampler.drop()

  expect(sizes(sampler)).toEqual([0, 3])
  expect(sampler.isEmpty).toBe(true)
})
