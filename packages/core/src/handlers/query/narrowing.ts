import type { ChannelAttribute } from '../../contract/channel-queries.ts'
import { isJsonObject } from '../../encoding/json-object.ts'
import { PusherHandlerError } from '../handler-error.ts'

/**
 * What of the answer a client may see. With `prefixes` or `channels`, a list holds only the channels that start with one
 * or are named; a question about any other channel is refused. With `info`, asking for any other attribute is refused.
 */
export interface Narrowing {
  readonly prefixes?: readonly string[]
  readonly channels?: readonly string[]
  readonly info?: readonly ChannelAttribute[]
}

const KEYS = ['prefixes', 'channels', 'info']

/**
 * Reads what the hook returned, or undefined when it refused.
 *
 * An object that says nothing is a mistake and not a yes: a list that was forgotten must not open everything.
 *
 * @throws PusherHandlerError `ERR_PUSHER_HOOK_RESULT`
 */
export function toNarrowing(decision: unknown): Narrowing | undefined {
  if (decision === true) return {}
  if (decision === false || decision === null || decision === undefined) return undefined
  const keys = isJsonObject(decision) ? Object.keys(decision) : []
  if (keys.length > 0 && keys.every((key) => KEYS.includes(key) && isTexts(Object(decision)[key]))) {
    return decision as Narrowing
  }
  throw new PusherHandlerError(
    'ERR_PUSHER_HOOK_RESULT',
    `authorize returned no decision: return true, false, or an object with ${KEYS.join(', ')}, each an array of strings`,
  )
}

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
