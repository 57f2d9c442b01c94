import type { Pusher } from '@pusherkit/core'
import { pusher } from '@pusherkit/express'
import express5 from 'express'
import express4 from 'express4'
import { expectTypeOf, test } from 'vitest'

const options = { appId: '1', key: 'k', secret: 's', cluster: 'eu' }

// Read by the type checker; the assertions have no effect at run time.
test('req.pusher is a Pusher under the types of Express 4 and of Express 5', () => {
  express5()
    .use(pusher(options))
    .get('/', (req) => expectTypeOf(req.pusher).toEqualTypeOf<Pusher>())
  express4()
    .use(pusher(options))
    .get('/', (req) => expectTypeOf(req.pusher).toEqualTypeOf<Pusher>())
  express5().use('/api', pusher(options))
  express4().use('/api', pusher(options))
})
