import { inspect } from 'node:util'
import { type ExecutionContext, Logger, type Type } from '@nestjs/common'
import type { Pusher } from '@pusherkit/core'
import {
  createChannelAuthHandler,
  createQueryHandler,
  createUserAuthHandler,
  createWebhookHandler,
  type DEFAULT_PATHS,
  type Handler,
  type PusherHandlerError,
} from '@pusherkit/core/handlers'
import { PusherWebhookListeners } from '../webhooks/pusher-webhook.listeners.ts'
import type {
  PusherAuthRoute,
  PusherChannelAuthorizer,
  PusherQueryAuthorizer,
  PusherQueryRoute,
  PusherUserAuthenticator,
  PusherUserAuthRoute,
  PusherWebhookRoute,
} from './pusher-routes.interface.ts'

/** The routes there are. */
export type RouteKind = keyof typeof DEFAULT_PATHS

/** A route before it has a path. */
export interface RouteDefinition {
  readonly kind: RouteKind
  /** The paths below its own, by a name for the method. One, of its own path, unless told. */
  readonly routes?: Readonly<Record<string, string>>
  readonly decorators: readonly ClassDecorator[] | undefined
  /** What is injected into `createHandler` besides the client. */
  readonly service: Type | undefined
  readonly createHandler: (pusher: Pusher, service: never) => Handler<ExecutionContext>
}

export const authRoute = ({ decorators, authorizer, ...options }: PusherAuthRoute): RouteDefinition => ({
  kind: 'auth',
  decorators,
  service: authorizer,
  createHandler: (pusher, service: PusherChannelAuthorizer = options as PusherChannelAuthorizer) =>
    createChannelAuthHandler(pusher, {
      ...options,
      onError: options.onError ?? log,
      authorize: bound(service, 'authorize'),
    }),
})

export const userAuthRoute = ({
  decorators,
  authenticator,
  ...options
}: PusherUserAuthRoute): RouteDefinition => ({
  kind: 'userAuth',
  decorators,
  service: authenticator,
  createHandler: (pusher, service: PusherUserAuthenticator = options as PusherUserAuthenticator) =>
    createUserAuthHandler(pusher, {
      ...options,
      onError: options.onError ?? log,
      authenticate: bound(service, 'authenticate'),
    }),
})

export const queryRoute = ({ decorators, authorizer, ...options }: PusherQueryRoute): RouteDefinition => ({
  kind: 'query',
  // One for each resource, because the platforms write wildcards differently.
  routes: { channels: 'channels', channel: 'channels/:channel', users: 'channels/:channel/users' },
  decorators,
  service: authorizer,
  createHandler: (pusher, service: PusherQueryAuthorizer = options as PusherQueryAuthorizer) =>
    createQueryHandler(pusher, {
      ...options,
      onError: options.onError ?? log,
      authorize: bound(service, 'authorize'),
    }),
})

export const webhookRoute = ({ decorators, ...options }: PusherWebhookRoute): RouteDefinition => ({
  kind: 'webhooks',
  decorators,
  service: PusherWebhookListeners,
  createHandler: (pusher, listeners: PusherWebhookListeners) =>
    createWebhookHandler(pusher, {
      ...options,
      onError: options.onError ?? log,
      on: { '*': (event, context: ExecutionContext) => listeners.dispatch(event, context) },
    }),
})

const logger = new Logger('Pusher')

/** What failed is told to Nest's log, unless the user wants to be told. A stack alone would leave out causes of causes. */
const log = ({ message, cause }: PusherHandlerError): void =>
  logger.error(message, cause instanceof Error ? inspect(cause) : cause)

/** A class's method with its `this`. What is no function is left to core, which says so when the application starts. */
function bound<Hooks, Name extends keyof Hooks>(hooks: Hooks, name: Name): Hooks[Name] {
  const hook = hooks[name]
  return typeof hook === 'function' ? hook.bind(hooks) : hook
}
