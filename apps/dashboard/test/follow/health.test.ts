import { PusherQueryError } from '@pusherkit/query'
import { expect, test } from 'vitest'
import { Health } from '../../src/follow/health.ts'

test('tells when the first question fails, and when the last one is answered again', () => {
  const told: (string | undefined)[] = []
  const health = new Health(({ error }) => told.push(error?.code))
  const lost = new PusherQueryError('ERR_PUSHER_NETWORK', 'No answer came')
  health.settle('channels')
  health.fail('channels', lost)
  health.fail('users', lost)
  health.fail('channels', lost)
  health.settle('channels')
  expect(told).toEqual(['ERR_PUSHER_NETWORK'])
  health.settle('users')
  expect(told).toEqual(['ERR_PUSHER_NETWORK', undefined])
})
