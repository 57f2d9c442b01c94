import type { ControllerOptions, ExecutionContext, Type } from '@nestjs/common'
import type {
  ChannelAuthOptions,
  QueryHandlerOptions,
  UserAuthOptions,
  WebhookHandlerOptions,
} from '@pusherkit/core/handlers'

/** A class that decides who may subscribe to what. */
export type PusherChannelAuthorizer = Pick<ChannelAuthOptions<ExecutionContext>, 'authorize'>

/** A class that tells who a client is. */
export type PusherUserAuthenticator = Pick<UserAuthOptions<ExecutionContext>, 'authenticate'>

/** A class that decides who may ask what. */
export type PusherQueryAuthorizer = Pick<QueryHandlerOptions<ExecutionContext>, 'authorize'>

/** What every route may have. */
export interface RouteOptions {
  /** Applied to the route's controller: `UseGuards(SessionGuard)`, `Throttle(…)`, `SetMetadata('isPublic', true)`. */
  readonly decorators?: readonly ClassDecorator[] | undefined
}

type Method<Hooks> = Extract<keyof Hooks, string>

/** A route whose decision is a function, or that of a class that Nest injects into. */
type Decided<Options, Hooks, Service extends string> = RouteOptions &
  Omit<Options, Method<Hooks>> &
  (
    | (Hooks & { readonly [Name in Service]?: undefined })
    | ({ readonly [Name in Service]: Type<Hooks> } & { readonly [Name in Method<Hooks>]?: undefined })
  )

/** Channel authorization: core's options, with `authorize` or a class in `authorizer`. */
export type PusherAuthRoute = Decided<
  ChannelAuthOptions<ExecutionContext>,
  PusherChannelAuthorizer,
  'authorizer'
>

/** User authentication: core's options, with `authenticate` or a class in `authenticator`. */
export type PusherUserAuthRoute = Decided<
  UserAuthOptions<ExecutionContext>,
  PusherUserAuthenticator,
  'authenticator'
>

/** Channel queries: core's options, with `authorize` or a class in `authorizer`. */
export type PusherQueryRoute = Decided<
  QueryHandlerOptions<ExecutionContext>,
  PusherQueryAuthorizer,
  'authorizer'
>

/** Webhooks: core's options. The events go to the methods with `@OnPusherWebhook`. */
export type PusherWebhookRoute = RouteOptions & Omit<WebhookHandlerOptions<ExecutionContext>, 'on'>

/** Which routes a module serves. The context that functions and classes get is Nest's `ExecutionContext`. */
export interface PusherRoutes {
  /** In front of the routes' own names, e.g. `/realtime`. `/pusher` unless told, and `/pusher/{name}` for a named client. */
  readonly path?: string | undefined
  /** The version of the routes' controllers, where the application has versions. */
  readonly version?: ControllerOptions['version'] | undefined
  /** `{path}/auth`: authorizes subscriptions. */
  readonly auth?: PusherAuthRoute | undefined
  /** `{path}/user-auth`: signs users in. */
  readonly userAuth?: PusherUserAuthRoute | undefined
  /** `{path}/webhooks`: receives webhooks. Needs `NestFactory.create(AppModule, { rawBody: true })`. */
  readonly webhooks?: PusherWebhookRoute | undefined
  /** `{path}/query`: answers read-only questions, e.g. of `@pusherkit/query`. */
  readonly query?: PusherQueryRoute | undefined
}
