import { PusherError } from '@pusherkit/core'
import { getPusher, pusher } from '@pusherkit/express'
import { describe, expect, test } from 'vitest'
import { frameworks, serve } from './serve.ts'

const shop = { appId: '1', key: 'shop-key', secret: 's', cluster: 'eu' }
const billing = { ...shop, key: 'billing-key' }
const through = (...middlewares: ReturnType<typeof pusher>[]): Express.Request => {
  const request = {} as Express.Request
  for (const middleware of middlewares) middleware(request, undefined, () => {})
  return request
}
const failureOf = (call: () => unknown): unknown => {
  try {
    return call()
  } catch (error) {
    return error
  }
}

describe('getPusher', () => {
  test('gives req.pusher', () => {
    const request = through(pusher(shop))
    expect(getPusher(request)).toBe(request.pusher)
  })

  test('gives the client of a name, whose middleware leaves req.pusher alone', () => {
    const request = through(pusher(shop), pusher({ ...billing, name: 'billing' }))
    expect([request.pusher.key, getPusher(request, 'billing').key]).toEqual(['shop-key', 'billing-key'])
  })

  test('without a middleware throws the code to paste', () => {
    const error = failureOf(() => getPusher({} as Express.Request))
    expect(error).toBeInstanceOf(PusherError)
    expect(error).toMatchObject({
      code: 'ERR_PUSHER_MIDDLEWARE_MISSING',
      message:
        'This request has no client. Put this before the routes that need it: app.use(pusher({ appId, key, secret, cluster }))',
    })
  })

  test('without a middleware of that name throws the code to paste, with the name', () => {
    expect(() => getPusher(through(pusher(shop)), 'billing')).toThrow(
      'This request has no client called "billing". Put this before the routes that need it: app.use(pusher({ appId, key, secret, cluster, name: "billing" }))',
    )
  })

  test('is not taken in by a property that somebody else called pusher', () => {
    expect(() => getPusher({ pusher: { trigger() {} } } as never)).toThrow('This request has no client')
  })

  test('leaves no trace on a request that is printed or copied', () => {
    expect(Reflect.ownKeys({ ...through(pusher({ ...shop, name: 'shop' })) })).toEqual([])
  })
})

describe.each(frameworks)('%s', (_name, express) => {
  test('finds the client of an application in the routers and applications below it', async () => {
    const app = express()
    const below = express()
    below.get('/key', (req, res) => void res.send(getPusher(req, 'billing').key))
    const router = express.Router()
    router.use('/app', below)
    app.use(pusher({ ...billing, name: 'billing' }))
    app.use('/router', router)
    const answer = await fetch(`${await serve(app)}/router/app/key`)
    expect(await answer.text()).toBe('billing-key')
  })
})
