import type { Provider, Type } from '@nestjs/common'
import { DEFAULT_PATHS } from '@pusherkit/core/handlers'
import { getPusherToken } from '../client/pusher.token.ts'
import { PusherWebhookListeners } from '../webhooks/pusher-webhook.listeners.ts'
import { type ControllerSettings, createController } from './create-controller.ts'
import type { PusherRoutes } from './pusher-routes.interface.ts'
import { authRoute, queryRoute, type RouteKind, userAuthRoute, webhookRoute } from './route-definitions.ts'

/** What a module adds for its routes. */
export interface Routes {
  readonly controllers: Type[]
  readonly providers: Provider[]
}

/** Declares the controllers that a module's `routes` ask for, and what they need. */
export function createRoutes(routes: PusherRoutes, client: string | undefined): Routes {
  const definitions = [
    ...(routes.auth ? [authRoute(routes.auth)] : []),
    ...(routes.userAuth ? [userAuthRoute(routes.userAuth)] : []),
    ...(routes.webhooks ? [webhookRoute(routes.webhooks)] : []),
    ...(routes.query ? [queryRoute(routes.query)] : []),
  ]
  const prefix = routes.path ?? defaultPrefix(client)
  const controllers: Type[] = []
  const providers: Provider[] = []
  for (const {
    kind,
    routes: below = { handle: '' },
    decorators = [],
    service,
    createHandler,
  } of definitions) {
    const handler = Symbol(`pusherkit:${kind}`)
    const version: Pick<ControllerSettings, 'version'> =
      routes.version === undefined ? {} : { version: routes.version }
    const path = pathOf(kind, prefix)
    controllers.push(createController({ path, ...version, handler, decorators, routes: below }))
    // A service with the scope of a request makes the handler and its controller one of the request, too.
    const inject = [getPusherToken(client), ...(service ? [service] : [])]
    if (service && service !== PusherWebhookListeners) providers.push(service)
    providers.push({ provide: handler, useFactory: createHandler, inject })
  }
  return { controllers, providers }
}

const DEFAULT_PREFIX = '/pusher'

const defaultPrefix = (client: string | undefined): string =>
  client === undefined ? DEFAULT_PREFIX : `${DEFAULT_PREFIX}/${client}`

const pathOf = (kind: RouteKind, prefix: string): string =>
  prefix.replace(/\/$/, '') + DEFAULT_PATHS[kind].slice(DEFAULT_PREFIX.length)
