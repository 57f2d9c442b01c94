import { PusherRequestError, PusherValidationError } from '@pusherkit/core'
import type { ErrorRequestHandler } from 'express'
import { Refusal } from './refusal.ts'

/** Answers with a status and a short text; the reason goes to the log, not to the browser. */
export const answerErrors: ErrorRequestHandler = (error, _req, res, _next) => {
  const [status, text] = toAnswer(error)
  if (status >= 500) console.error(error instanceof PusherRequestError ? error.message : error)
  res.status(status).json({ error: text })
}

function toAnswer(error: unknown): readonly [status: number, text: string] {
  if (error instanceof Refusal) return [error.status, error.message]
  if (error instanceof PusherValidationError) return [400, error.message]
  if (error instanceof PusherRequestError) return [502, 'It could not be delivered. Please try again.']
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (typeof status === 'number' && status < 500) return [status, 'The request could not be read.']
  return [500, 'Something went wrong.']
}
