import type { CallOptions } from '../contract/call-options.ts'
import { invalid } from './invalid.ts'
import { assertObject } from './params.ts'
import { isTimeout, MAX_TIMEOUT } from './timeout.ts'

const CODE = 'ERR_PUSHER_INVALID_PARAMS'

/** The keys of {@link CallOptions}. */
export const CALL_KEYS = ['signal', 'timeout'] as const

/** @throws PusherValidationError `ERR_PUSHER_INVALID_PARAMS` */
export function toCallOptions(options: unknown, parameter = 'options'): CallOptions {
  if (options === undefined || options === null) return {}
  assertObject(options, CALL_KEYS, parameter)
  return pickCallOptions(options, parameter)
}

/** The same, from options that hold other things too. */
export function pickCallOptions(options: object, parameter = 'options'): CallOptions {
  const { signal, timeout } = options as Readonly<Record<string, unknown>>
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    invalid(CODE, `${parameter}.signal`, signal, 'it is an AbortSignal')
  }
  if (timeout !== undefined && !isTimeout(timeout)) {
    const rule = `it is a number of milliseconds from 1 to ${MAX_TIMEOUT}`
    invalid(CODE, `${parameter}.timeout`, timeout, rule, MAX_TIMEOUT)
  }
  return { signal, timeout }
}
