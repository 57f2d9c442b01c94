import { expect, test } from 'vitest'
import { Pusher } from '../../src/index.ts'
import { createPublisher, type PublisherOptions } from '../../src/publisher/index.ts'

const pusher = new Pusher({ appId: '1', key: 'k', secret: 's', cluster: 'eu' })

test.each<[unknown, string]>([
  ['fast', 'Option object is "fast", but a publisher takes { maxBatchSize'],
  [{ maxBatch: 5 }, 'Option maxBatch does not exist: the options of a publisher are maxBatchSize'],
  [{ maxBatchSize: 11 }, 'Option maxBatchSize is 11 (number), but it is a whole number from 1 to 10'],
  [{ maxInFlight: 0 }, 'Option maxInFlight is 0 (number), but it is a whole number from 1 to 10000'],
  [{ maxDelay: -1 }, 'Option maxDelay is -1 (number), but it is a whole number from 0 to 2147483647'],
  [{ maxQueued: 1.5 }, 'Option maxQueued is 1.5 (number), but it is a whole number from 1 to'],
  [{ ordering: 'global' }, 'Option ordering is "global", but it is "channel" or "none"'],
  [{ retry: { limit: 11 } }, 'Option retry.limit is 11 (number), but it is a number from 0 to 10'],
])('%o is refused', (options, message) => {
  expect(() => createPublisher(pusher, options as PublisherOptions)).toThrow(message)
})
