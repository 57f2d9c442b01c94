import { PusherValidationError } from '@pusherkit/core'
import { DEFAULT_PATHS } from '@pusherkit/core/handlers'
import { Router } from 'express'
import type { PusherMiddleware } from './middleware.ts'
import { type PusherAuthOptions, pusherAuth } from './pusher-auth.ts'
import { type PusherQueryOptions, pusherQuery } from './pusher-query.ts'
import { type PusherUserAuthOptions, pusherUserAuth } from './pusher-user-auth.ts'
import { type PusherWebhooksOptions, pusherWebhooks } from './pusher-webhooks.ts'

type RouteName = keyof typeof DEFAULT_PATHS

/** The routes to mount, each with its own options. */
export interface PusherRouterOptions {
  readonly auth?: PusherAuthOptions | undefined
  readonly userAuth?: PusherUserAuthOptions | undefined
  readonly webhooks?: PusherWebhooksOptions | undefined
  readonly query?: PusherQueryOptions | undefined
  /** Where, below the router: `/pusher/auth`, `/pusher/user-auth`, `/pusher/webhooks` and `/pusher/query` unless told. */
  readonly paths?: { readonly [Name in RouteName]?: string | undefined } | undefined
}

/**
 * Makes one middleware of whichever routes are given. It touches no other path.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export function pusherRouter({ paths = {}, ...routes }: PusherRouterOptions): PusherMiddleware {
  assertRoutes('option', routes)
  assertRoutes('path', paths)
  const router = Router()
  function mount<Options>(
    name: RouteName,
    create: (options: Options) => PusherMiddleware,
    options: Options | undefined,
  ): void {
    if (options !== undefined) router.use(paths[name] ?? DEFAULT_PATHS[name], create(options))
  }
  mount('auth', pusherAuth, routes.auth)
  mount('userAuth', pusherUserAuth, routes.userAuth)
  mount('webhooks', pusherWebhooks, routes.webhooks)
  mount('query', pusherQuery, routes.query)
  // Its own type is that of one version of Express.
  return router as unknown as PusherMiddleware
}

function assertRoutes(what: string, given: object): void {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(DEFAULT_PATHS, name))
  if (unknown === undefined) return
  const names = Object.keys(DEFAULT_PATHS).join(', ')
  const message = `The ${what} ${JSON.stringify(unknown)} does not exist: the routes are ${names}`
  throw new PusherValidationError('ERR_PUSHER_INVALID_OPTION', message, { parameter: unknown })
}
