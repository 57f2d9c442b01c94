import type { ServerResponse } from 'node:http'
import { Pusher, PusherValidationError } from '@pusherkit/core'
import { type Handler, sendNodeResponse, toNodeHandlerRequest } from '@pusherkit/core/handlers'
import type { Request } from 'express'
import { keepAnswer } from './errors.ts'
import { requireRegistration } from './get-pusher.ts'
import type { PusherMiddleware } from './middleware.ts'

/** Which client a route uses: that of `app.use(pusher({ … }))` unless told. */
export interface RouteOptions<Client extends object = Pusher> {
  /** A client of your own. */
  readonly client?: Client | undefined
  /** The client of `app.use(pusher({ …, name }))`. */
  readonly name?: string | undefined
}

/**
 * Makes the middleware that answers with a handler. A handler belongs to one client, and which one the request brings is
 * known only then: it is made with the first request of each.
 */
export function route<Client extends object, Options extends RouteOptions<Client>>(
  given: Options,
  create: (client: Client, options: Omit<Options, keyof RouteOptions>) => Handler<Request>,
): PusherMiddleware {
  const { client, name, ...options } = given ?? {}
  if (client !== undefined && name !== undefined) {
    const message = 'Options client and name contradict each other: give one of the two'
    throw new PusherValidationError('ERR_PUSHER_INVALID_OPTION', message, { parameter: 'name', value: name })
  }
  const handlers = new WeakMap<object, Handler<Request>>()
  const handlerOf = (used: Client): Handler<Request> => {
    const handler = handlers.get(used) ?? create(used, options)
    handlers.set(used, handler)
    return handler
  }
  // Wrong options are to fail when the application starts: a client that never sends stands in for the one to come.
  handlerOf(client ?? (new Pusher({ appId: 'none', key: 'none', secret: 'none' }) as object as Client))

  const answer = async (request: Request, response: ServerResponse, next: (error: unknown) => void) => {
    const handler = handlerOf(client ?? (requireRegistration(request, name).client as object as Client))
    const plain = await toNodeHandlerRequest(request, request.path, handler.maxBodyBytes)
    const answered = await handler(plain, request)
    if (answered.error) next(keepAnswer(answered.error, answered))
    else sendNodeResponse(response, answered)
  }
  return (request, response, next) => {
    answer(request as Request, response as ServerResponse, next).catch(next)
  }
}
