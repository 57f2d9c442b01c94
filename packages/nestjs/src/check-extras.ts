import { inspect } from 'node:util'
import { PusherValidationError } from '@pusherkit/core'
import type { PusherModuleExtras } from './pusher-module-options.interface.ts'
import type { PusherRoutes } from './routes/pusher-routes.interface.ts'

const ROUTES: Readonly<Record<keyof PusherRoutes, true>> = {
  path: true,
  version: true,
  auth: true,
  userAuth: true,
  webhooks: true,
  query: true,
}

/**
 * Refuses what a module cannot be told, where it is declared. The options of its client are core's to check.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export function checkExtras({ name, routes }: PusherModuleExtras): void {
  if (name !== undefined && !isText(name)) refuse('name', name, 'it is a text that is not empty')
  if (routes === undefined) return
  const names = Object.keys(ROUTES)
  if (typeof routes !== 'object' || routes === null) {
    refuse('routes', routes, `it is an object with some of ${names.join(', ')}`)
  }
  const unknown = Object.keys(routes).find((route) => !Object.hasOwn(ROUTES, route))
  if (unknown !== undefined) {
    fail(`routes.${unknown}`, `does not exist: in routes there are ${names.join(', ')}`)
  }
  const { path } = routes
  if (path !== undefined && !isText(path)) refuse('routes.path', path, 'it is a path such as "/realtime"')
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''

const refuse = (parameter: string, value: unknown, rule: string): never =>
  fail(parameter, `is ${inspect(value, { depth: 0 })}, but ${rule}`)

function fail(parameter: string, what: string): never {
  throw new PusherValidationError('ERR_PUSHER_INVALID_OPTION', `Option ${parameter} ${what}`, { parameter })
}
