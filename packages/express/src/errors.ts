import type { ServerResponse } from 'node:http'
import { type HandlerResponse, type PusherHandlerError, sendNodeResponse } from '@pusherkit/core/handlers'
import type { PusherErrorMiddleware } from './middleware.ts'

// Beside the errors and not on them, so that no logger prints an answer.
const answers = new WeakMap<object, HandlerResponse>()

/** Remembers the answer that belongs to an error, for {@link pusherErrors}. */
export function keepAnswer(error: PusherHandlerError, answer: HandlerResponse): PusherHandlerError {
  answers.set(error, answer)
  return error
}

/**
 * Makes the error middleware that answers the errors of this package's routes as every other host of the handlers does:
 * `{"code":"ERR_PUSHER_…","message":"…"}` as JSON. Other errors are passed on. Put it behind the routes.
 */
export function pusherErrors(): PusherErrorMiddleware {
  return (error, _request, response, next) => {
    const answer = typeof error === 'object' && error !== null ? answers.get(error) : undefined
    const target = response as ServerResponse
    if (answer === undefined || target.headersSent) next(error)
    else sendNodeResponse(target, answer)
  }
}
