import { PusherQueryError, type PusherQueryErrorCode } from './query-error.ts'

/** Throws for an argument that breaks a rule: names it, shows its value, states the rule. */
export function invalid(code: PusherQueryErrorCode, parameter: string, value: unknown, rule: string): never {
  throw new PusherQueryError(code, `${parameter} is ${display(value)}, but ${rule}`)
}

/** Throws for an option. Its value is not shown: it may hold credentials. */
export function invalidOption(option: string, rule: string): never {
  throw new PusherQueryError('ERR_PUSHER_INVALID_OPTION', `Option ${option} ${rule}`)
}

/** Throws unless a value is an object that holds no other keys than these. */
export function assertKeys(
  value: unknown,
  keys: readonly string[],
): asserts value is Record<string, unknown> {
  const code = 'ERR_PUSHER_INVALID_PARAMS'
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    invalid(code, 'options', value, `it is an object with ${keys.join(', ')}`)
  }
  const unknown = Object.entries(value).find(([key]) => !keys.includes(key))
  if (unknown) invalid(code, `options.${unknown[0]}`, unknown[1], `options may only hold ${keys.join(', ')}`)
}

const MAX_SHOWN = 60

function display(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value)
  }
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? `an array of ${value.length}` : 'an object'
  }
  return typeof value === 'function' ? 'a function' : String(value)
}
