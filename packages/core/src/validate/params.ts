import { isJsonObject } from '../encoding/json-object.ts'
import { display } from '../error/display.ts'
import { invalid } from './invalid.ts'
import { assertSocketId } from './socket-id.ts'

const CODE = 'ERR_PUSHER_INVALID_PARAMS'

/** Throws unless a value is an object that holds no other keys than these. */
export function assertObject(
  value: unknown,
  keys: readonly string[],
  parameter: string,
): asserts value is Record<string, unknown> {
  if (!isJsonObject(value)) {
    invalid(CODE, parameter, value, `it is an object with ${keys.join(', ')}`)
  }
  const unknown = Object.keys(value).find((key) => !keys.includes(key))
  if (unknown !== undefined) {
    invalid(
      CODE,
      `${parameter}.${display(unknown).slice(1, -1)}`,
      value[unknown],
      `${parameter} may only hold ${keys.join(', ')}`,
    )
  }
}

/** What a single event may ask for besides being delivered. */
export interface EventParams {
  readonly socket_id?: string
  readonly info?: string
}

/**
 * Reads `socket_id` and `info`. Absent, undefined and null mean the same.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_SOCKET_ID`, `ERR_PUSHER_INVALID_PARAMS`
 */
export function toEventParams(params: Record<string, unknown>, parameter: string): EventParams {
  const { socket_id, info } = params
  if (socket_id != null) assertSocketId(socket_id, `${parameter}.socket_id`)
  return {
    ...(socket_id == null ? {} : { socket_id }),
    ...(info == null ? {} : { info: toInfo(info, `${parameter}.info`) }),
  }
}

/**
 * Makes the wire's comma-separated list of attributes from that list itself, or from an array.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_PARAMS`
 */
export function toInfo(info: unknown, parameter: string, known: readonly string[] = EVENT_INFO): string {
  const names: unknown[] = Array.isArray(info) ? info : typeof info === 'string' ? info.split(',') : [info]
  for (const name of names) {
    if (typeof name !== 'string' || !known.includes(name)) {
      invalid(CODE, parameter, name, `the attributes to ask for here are ${known.join(', ')}`)
    }
  }
  return names.join(',')
}

const EVENT_INFO = ['user_count', 'subscription_count'] as const
