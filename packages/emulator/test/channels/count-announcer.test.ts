import { expect, it } from 'vitest'
import type { Channel } from '../../src/channels/channel.ts'
import { CountAnnouncer } from '../../src/channels/count-announcer.ts'
import { ManualClock } from '../support/manual-clock.ts'

/** A channel of which only the count matters. */
function counted() {
  const clock = new ManualClock()
  const announced: number[] = []
  const announcer = new CountAnnouncer(({ subscriptionCount }) => announced.push(subscriptionCount), clock)
  const become = (subscriptionCount: number): void => {
    channel.subscriptionCount = subscriptionCount
    announcer.changed(channel as unknown as Channel)
  }
  const channel = { name: 'news', subscriptionCount: 0 }
  return { clock, announced, become }
}

it('up to 100 subscriptions every change is told at once', () => {
  const { announced, become } = counted()

  for (const count of [1, 2, 3, 2, 99, 100, 99]) become(count)

  expect(announced).toEqual([1, 2, 3, 2, 99, 100, 99])
})

it('above, the last of 5 seconds is', () => {
  const { clock, announced, become } = counted()
  become(100)
  for (const count of [101, 102, 103]) become(count)
  expect(announced).toEqual([100])

  clock.advance(4_999)
  expect(announced).toEqual([100])
  clock.advance(1)
  expect(announced).toEqual([100, 103])
  become(104)
  clock.advance(5_000)
  expect(announced).toEqual([100, 103, 104])
})

it('above, a change after a quiet time is told at once', () => {
  const { clock, announced, become } = counted()
  become(100)
  clock.advance(5_000)

  become(101)

  expect(announced).toEqual([100, 101])
})

it('above, nothing is told of one who came and went', () => {
  const { clock, announced, become } = counted()
  become(101)
  become(102)
  become(101)

  clock.advance(60_000)

  expect(announced).toEqual([101])
})

it('back at 100, changes are told at once, and nothing is due any more', () => {
  const { clock, announced, become } = counted()
  become(101)
  become(102)
  become(100)

  expect(announced).toEqual([101, 100])
  expect(clock.pending).toBe(0)
})

it('a vacated channel is forgotten', () => {
  const { clock, announced, become } = counted()
  become(200)
  become(201)
  become(0)
  become(200)

  expect(announced).toEqual([200, 0, 200])
  expect(clock.pending).toBe(0)
})
