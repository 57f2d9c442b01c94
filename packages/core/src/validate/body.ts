import { toJson } from './json.ts'

/**
 * Makes the body of a request: text goes as it is (it is JSON already), everything else is written as JSON, and
 * undefined means no body.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_DATA`
 */
export function toBody(body: unknown): string | undefined {
  if (body === undefined) return undefined
  return typeof body === 'string' ? body : toJson(body, 'body')
}
