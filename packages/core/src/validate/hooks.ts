import { HOOKS, type Hooks } from '../observe/hooks.ts'
import { invalidOption } from './options.ts'

/** @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` */
export function toHooks(hooks: unknown): Hooks | undefined {
  if (hooks === undefined) return undefined
  if (typeof hooks !== 'object' || hooks === null) {
    invalidOption('hooks', `is an object with ${HOOKS.join(', ')}`, { value: hooks })
  }
  for (const [name, hook] of Object.entries(hooks)) {
    if (!HOOKS.some((known) => known === name)) {
      invalidOption(`hooks.${name}`, `does not exist: the hooks are ${HOOKS.join(', ')}`)
    }
    if (hook !== undefined && typeof hook !== 'function') {
      invalidOption(`hooks.${name}`, 'is a function', { value: hook })
    }
  }
  return hooks
}
