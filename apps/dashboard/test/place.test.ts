import { expect, test } from 'vitest'
import { channelAt, placeOf } from '../src/place.ts'

test.each(['news', 'presence-a=b@c,d.e;f', '#server-to-user-7'])('%s has an address', (channel) => {
  expect(channelAt(placeOf(channel))).toBe(channel)
})

test.each(['', '#/', '#/channels/', '#/channels/%E0%A4%A', '#elsewhere'])('%s is of no channel', (hash) => {
  expect(channelAt(hash)).toBeUndefined()
})
