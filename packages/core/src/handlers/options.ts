import { display } from '../error/display.ts'
import { invalidOption } from '../validate/options.ts'

type Check = readonly [test: (value: unknown) => boolean, rule: string]

/** The options that several handlers have. */
export const CHECKS: {
  readonly [Name in 'hook' | 'onError' | 'maxBodyBytes' | 'flag' | 'elsewhere']: Check
} = {
  hook: [
    (value) => typeof value === 'function',
    'it is a function, and required: nobody is let in without it',
  ],
  onError: [(value) => value === undefined || typeof value === 'function', 'it is a function'],
  maxBodyBytes: [
    (value) => value === undefined || (Number.isSafeInteger(value) && Number(value) > 0),
    'it is a whole number of bytes above 0',
  ],
  flag: [(value) => value === undefined || typeof value === 'boolean', 'it is true or false'],
  /** Has a check of its own. */
  elsewhere: [() => true, ''],
}

/** @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` for an option that does not exist or has a wrong value */
export function assertOptions(options: unknown, checks: Readonly<Record<string, Check>>): void {
  const names = Object.keys(checks).join(', ')
  if (typeof options !== 'object' || options === null) {
    invalidOption('object', `is ${display(options)}, but it holds ${names}`, { value: options })
  }
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(checks, name))
  if (unknown !== undefined) invalidOption(unknown, `does not exist: the options are ${names}`)
  for (const [name, [test, rule]] of Object.entries(checks)) {
    const value = (options as Readonly<Record<string, unknown>>)[name]
    if (!test(value)) invalidOption(name, `is ${display(value)}, but ${rule}`, { value })
  }
}

/**
 * Throws unless the client has the methods that a handler needs. Its class is not looked at: it may be of another copy
 * of this package.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export function assertClient(pusher: unknown, methods: readonly string[]): void {
  const missing = methods.find((name) => typeof Object(pusher)[name] !== 'function')
  if (missing === undefined) return
  invalidOption('pusher', `is ${display(pusher)} without the method ${missing}: pass new Pusher({ … })`)
}
