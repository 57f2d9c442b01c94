import { errors } from 'undici'

/**
 * Gives a code to the one failure of undici that lacks it: an answer without a length whose connection ended before it
 * did. By their codes core tells which failures may pass.
 */
export function toFailure(error: Error): Error {
  const isCutShort = error instanceof errors.HTTPParserError && 'data' in error && error.data === ''
  if (!isCutShort) return error
  const message = 'the connection was closed in the middle of the answer'
  return Object.assign(new Error(message, { cause: error }), { code: 'ECONNRESET' })
}
