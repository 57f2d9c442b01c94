import { expect, test } from 'vitest'
import { fingerprint } from '../../src/watch/fingerprint.ts'

test('the order of channels and users is no change', () => {
  expect(fingerprint({ channels: { a: { user_count: 1 }, b: {} } })).toBe(
    fingerprint({ channels: { b: {}, a: { user_count: 1 } } }),
  )
  expect(fingerprint({ users: [{ id: '1' }, { id: '2' }] })).toBe(
    fingerprint({ users: [{ id: '2' }, { id: '1' }] }),
  )
})

test('the time that a cached event has left is no change, its data is', () => {
  const cached = (data: string, ttl: number) => fingerprint({ occupied: true, cache: { data, ttl } })
  expect(cached('a', 60)).toBe(cached('a', 59))
  expect(cached('a', 60)).not.toBe(cached('b', 60))
})

test('a channel may be called ttl', () => {
  expect(fingerprint({ channels: { ttl: {} } })).not.toBe(fingerprint({ channels: {} }))
})
