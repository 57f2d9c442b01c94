import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { Pusher } from '../src/index.ts'

test('a client cannot be made to show its secret', () => {
  const pusher = new Pusher({ appId: '1', key: 'the-key', secret: 'the-secret', cluster: 'eu' })
  const shown = [
    inspect(pusher, { depth: 9, showHidden: true }),
    JSON.stringify(pusher),
    String(pusher),
  ].join()
  expect(shown).not.toContain('the-secret')
  expect([pusher.appId, pusher.key]).toEqual(['1', 'the-key'])
})
