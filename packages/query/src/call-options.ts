import type { CallOptions } from '@pusherkit/core/contract'
import { invalid } from './invalid.ts'

/** The keys of `CallOptions`. */
export const CALL_KEYS = ['signal', 'timeout'] as const

/** The longest that a timer can wait, in ms. */
export const MAX_TIME: number = 2 ** 31 - 1

/** Whether a value is a time that can be waited for, in ms. */
export const isTime = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value <= MAX_TIME

/** @throws PusherQueryError `ERR_PUSHER_INVALID_PARAMS` */
export function pickCallOptions({ signal, timeout }: Readonly<Record<string, unknown>>): CallOptions {
  const code = 'ERR_PUSHER_INVALID_PARAMS'
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    invalid(code, 'options.signal', signal, 'it is an AbortSignal')
  }
  if (timeout !== undefined && !isTime(timeout)) {
    invalid(code, 'options.timeout', timeout, `it is a number of milliseconds from 1 to ${MAX_TIME}`)
  }
  return { signal, timeout }
}
