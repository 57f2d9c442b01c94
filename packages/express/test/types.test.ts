import type { Pusher } from '@pusherkit/core'
import {
  getPusher,
  pusher,
  pusherAuth,
  pusherErrors,
  pusherQuery,
  pusherRouter,
  type RequestPusher,
} from '@pusherkit/express'
import express5 from 'express'
import express4 from 'express4'
import { expectTypeOf, test } from 'vitest'

const options = { appId: '1', key: 'k', secret: 's', cluster: 'eu' }

// Read by the type checker; the assertions have no effect at run time.
test('req.pusher is a Pusher under the types of Express 4 and of Express 5', () => {
  express5()
    .use(pusher(options))
    .get('/', (req) => expectTypeOf(req.pusher).toEqualTypeOf<RequestPusher>())
  express4()
    .use(pusher(options))
    .get('/', (req) => expectTypeOf(req.pusher).toEqualTypeOf<RequestPusher>())
  express5().use('/api', pusher(options))
  express4().use('/api', pusher(options))
  expectTypeOf<RequestPusher>().toExtend<Pusher>()
})

test('getPusher tells the events of a client', () => {
  type Events = { orders: { created: { id: number } } }
  express5().get('/', (req) => {
    const client = getPusher<Events>(req, 'shop')
    expectTypeOf(client).toEqualTypeOf<RequestPusher<Events>>()
    expectTypeOf(client.toOthers()).toEqualTypeOf<RequestPusher<Events>>()
    // @ts-expect-error an order has an id
    void client.toOthers().trigger('orders', 'created', {})
  })
})

test('routes and errors fit into both versions, and hooks get the request of Express', () => {
  const authorize = (_request: unknown, req: express5.Request) => {
    expectTypeOf(req.pusher).toEqualTypeOf<RequestPusher>()
    return req.get('x-user') === 'ada'
  }
  pusherAuth({ authorize: (_request, req) => expectTypeOf(req).toEqualTypeOf<express5.Request>() ?? true })
  express5()
    .use('/auth', pusherAuth({ authorize }))
    .post('/auth', pusherAuth({ authorize }))
    .use(pusherRouter({ query: { authorize } }), pusherErrors())
  express4()
    .use('/auth', pusherAuth({ authorize }))
    .post('/auth', pusherAuth({ authorize }))
    .use(pusherRouter({ query: { authorize } }), pusherErrors())
})

test('a client with events of its own may be given to a route', () => {
  const client = {} as RequestPusher<{ orders: { created: { id: number } } }>
  const authorize = () => true
  void (() => [pusherAuth({ authorize, client }), pusherQuery({ authorize, client })])
})
