import { PusherRequestError, PusherValidationError } from '@pusherkit/core'
import type { ErrorRequestHandler } from 'express'

/** Answers with a status and a short text; the reason goes to the log, not to the browser. */
export const answerErrors: ErrorRequestHandler = (error, _req, res, _next) => {
  if (error instanceof PusherValidationError) {
    res.status(400).json({ error: error.message })
    return
  }
  if (error instanceof PusherRequestError) {
    console.error(error.message)
    res.status(502).json({ error: 'The message could not be delivered. Please try again.' })
    return
  }
  const status = typeof error?.status === 'number' && error.status < 500 ? error.status : 500
  if (status === 500) console.error(error)
  res
    .status(status)
    .json({ error: status === 500 ? 'Something went wrong.' : 'The request could not be read.' })
}
