import {
  type AnyEvents,
  type EventMap,
  Pusher,
  type PusherOptions,
  PusherValidationError,
} from '@pusherkit/core'
import { withInstalledTransport } from '@pusherkit/core/transport'
import { isPusher } from './is-pusher.ts'
import type { PusherMiddleware } from './middleware.ts'
import { addRegistration } from './registry.ts'
import { createRequestPusher, type RequestPusher } from './request-pusher.ts'

declare global {
  // Both major versions of Express take their request type from this namespace.
  namespace Express {
    interface Request {
      /** The client that `app.use(pusher(…))` shares with every request, as this request sees it. */
      pusher: RequestPusher
    }
  }
}

/** What a middleware calls its client. */
export interface PusherName {
  /**
   * For applications with several apps: `getPusher(req, name)` finds the client by it, and `req.pusher` stays what it is.
   * Without a name the client is `req.pusher`.
   */
  readonly name?: string | undefined
}

/**
 * Makes the middleware that sets `req.pusher`. All requests share one client, and so its connections.
 *
 * ```ts
 * app.use(pusher({ appId: 'APP_ID', key: 'APP_KEY', secret: 'APP_SECRET', cluster: 'APP_CLUSTER' }))
 * app.post('/orders', async (req, res) => {
 *   await req.pusher.toOthers().trigger('orders', 'created', { id: 7 })
 *   res.sendStatus(201)
 * })
 * ```
 *
 * @param optionsOrInstance The options of a `Pusher`, with a `name` if you like, or a `Pusher` you made yourself.
 * @param settings The `name`, for a `Pusher` you made yourself.
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` when the application starts, not with the first request.
 */
export function pusher<Events extends EventMap = AnyEvents>(
  optionsOrInstance: (PusherOptions<Events> & PusherName) | Pusher<Events>,
  settings?: PusherName,
): PusherMiddleware {
  const { client, name } = toClient(optionsOrInstance, settings)
  if (name !== undefined && (typeof name !== 'string' || name === '')) {
    const message = `Option name is a text of at least one character, such as "billing", not ${JSON.stringify(name)}`
    throw new PusherValidationError('ERR_PUSHER_INVALID_OPTION', message, { parameter: 'name', value: name })
  }
  // Express has one request type for all: what a client knows of its events is checked, but not typed here.
  const shared = client as unknown as Pusher
  const forRequest = createRequestPusher(shared)
  return (request, _response, next) => {
    const pusher = forRequest(request)
    addRegistration(request, name, { client: shared, pusher })
    if (name === undefined) request.pusher = pusher
    next()
  }
}

function toClient<Events extends EventMap>(
  optionsOrInstance: (PusherOptions<Events> & PusherName) | Pusher<Events>,
  settings: PusherName | undefined,
): { client: Pusher<Events>; name: unknown } {
  if (isPusher(optionsOrInstance)) return { client: optionsOrInstance, name: settings?.name }
  // What is no object is for the client to refuse.
  if (typeof optionsOrInstance !== 'object' || optionsOrInstance === null) {
    return { client: new Pusher<Events>(optionsOrInstance), name: settings?.name }
  }
  const { name = settings?.name, ...options } = optionsOrInstance
  const complete = withInstalledTransport(options as PusherOptions<Events>, import.meta.url)
  return { client: new Pusher<Events>(complete), name }
}
