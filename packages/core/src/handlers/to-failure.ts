import { PusherValidationError } from '../error/validation-error.ts'
import { type AnswerCode, STATUSES } from './answers.ts'
import { PusherHandlerError } from './handler-error.ts'
import { Refused } from './refused.ts'

/** An answer that is not a success, before it is written down. */
export interface Failure {
  readonly code: AnswerCode
  readonly message: string
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** When it is the server's fault. */
  readonly error?: PusherHandlerError
}

/**
 * What to answer for something that was thrown inside a handler. A validation error that comes as it is was made by a
 * check of the request: what hooks and the client throw is wrapped where they are called.
 */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Refused) return thrown
  if (thrown instanceof PusherValidationError && isAnswerCode(thrown.code)) {
    return { code: thrown.code, message: thrown.message }
  }
  const error = toHandlerError(thrown)
  return { code: error.code, message: error.message, error }
}

const isAnswerCode = (code: string): code is AnswerCode => Object.hasOwn(STATUSES, code)

const toHandlerError = (thrown: unknown): PusherHandlerError =>
  thrown instanceof PusherHandlerError
    ? thrown
    : new PusherHandlerError('ERR_PUSHER_INTERNAL', 'Something unforeseen happened: the cause tells what', {
        cause: thrown,
      })
