import { expect, it } from 'vitest'
import { EventCache } from '../../src/channels/event-cache.ts'
import { ManualClock } from '../support/manual-clock.ts'

const event = (channel: string, data: string) => ({ channel, event: 'e', data })

it('an event is kept for 30 minutes', () => {
  const clock = new ManualClock()
  const cache = new EventCache(clock.now)
  cache.keep(event('cache-a', '1'))
  expect(cache.find('cache-a')).toEqual({ event: event('cache-a', '1'), ttl: 1800 })

  clock.advance(1_799_999)
  expect(cache.find('cache-a')?.ttl).toBe(1)
  clock.advance(1)
  expect(cache.find('cache-a')).toBeUndefined()
})

it('the last one counts, from its own time', () => {
  const clock = new ManualClock()
  const cache = new EventCache(clock.now)
  cache.keep(event('cache-a', '1'))
  clock.advance(1_000_500)
  cache.keep(event('cache-a', '2'))
  clock.advance(1_000_500)

  expect(cache.find('cache-a')).toEqual({ event: event('cache-a', '2'), ttl: 800 })
})

it('those that are too old leave when another one comes', () => {
  const clock = new ManualClock()
  const cache = new EventCache(clock.now)
  for (const name of ['cache-a', 'cache-b', 'cache-c']) cache.keep(event(name, '1'))
  clock.advance(1_000_000)
  cache.keep(event('cache-a', '2'))
  clock.advance(800_000)
  expect(cache.size).toBe(3)

  cache.keep(event('cache-d', '1'))

  expect(cache.size).toBe(2)
  expect(cache.find('cache-a')?.event.data).toBe('2')
})

it('of more than 10,000 channels the oldest event leaves', () => {
  const clock = new ManualClock()
  const cache = new EventCache(clock.now)
  for (let index = 0; index < 10_000; index++) cache.keep(event(`cache-${index}`, '1'))
  cache.keep(event('cache-0', '2'))
  expect(cache.size).toBe(10_000)

  cache.keep(event('cache-new', '1'))

  expect(cache.size).toBe(10_000)
  expect(cache.find('cache-1')).toBeUndefined()
  expect(cache.find('cache-0')?.event.data).toBe('2')
})
