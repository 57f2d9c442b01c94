import { display } from '../error/display.ts'
import type { PusherErrorCode } from '../error/pusher-error.ts'
import { PusherValidationError } from '../error/validation-error.ts'

/** Throws for a value that breaks a rule: names the parameter, shows the value, states the rule and the way out. */
export function invalid(
  code: PusherErrorCode,
  parameter: string,
  value: unknown,
  rule: string,
  limit?: number,
): never {
  throw new PusherValidationError(code, `${parameter} is ${display(value)}, but ${rule}`, {
    parameter,
    value,
    ...(limit === undefined ? {} : { limit }),
  })
}
