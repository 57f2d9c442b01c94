import { type AnyEvents, type EventMap, Pusher, type PusherOptions } from '@pusherkit/core'

declare global {
  // Both major versions of Express take their request type from this namespace.
  namespace Express {
    interface Request {
      /** The client that `app.use(pusher(…))` shares with every request. */
      pusher: Pusher
    }
  }
}

/** An Express middleware, in terms that Express 4 and 5 both accept. */
export type PusherMiddleware = (request: Express.Request, response: unknown, next: () => void) => void

/**
 * Makes the middleware that sets `req.pusher`. All requests share one client, and so its connections.
 *
 * ```ts
 * app.use(pusher({ appId: 'APP_ID', key: 'APP_KEY', secret: 'APP_SECRET', cluster: 'APP_CLUSTER' }))
 * app.post('/orders', async (req, res) => {
 *   await req.pusher.trigger('orders', 'created', { id: 7 })
 *   res.sendStatus(201)
 * })
 * ```
 *
 * @param optionsOrInstance The options of a `Pusher`, or a `Pusher` you made yourself.
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` when the application starts, not with the first request.
 */
export function pusher<Events extends EventMap = AnyEvents>(
  optionsOrInstance: PusherOptions<Events> | Pusher<Events>,
): PusherMiddleware {
  const client = isPusher(optionsOrInstance) ? optionsOrInstance : new Pusher<Events>(optionsOrInstance)
  return (request, _response, next) => {
    // Express has one request type for all: what a client knows of its events is checked, but not typed here.
    request.pusher = client as unknown as Pusher
    next()
  }
}

/** `instanceof` would fail for an instance of another copy of core; no option is called `trigger`. */
const isPusher = <Events extends EventMap>(
  value: PusherOptions<Events> | Pusher<Events>,
): value is Pusher<Events> =>
  value instanceof Pusher || typeof (value as Partial<Pusher> | undefined)?.trigger === 'function'
