import type {
  ChannelAuthOptions,
  QueryHandlerOptions,
  UserAuthOptions,
  WebhookHandlerOptions,
} from '@pusherkit/core/handlers'
import { CAUSE } from './credentials.ts'

/** Reads a header of a host's own request. */
export type HeaderOf<Context> = (context: Context, name: string) => string | undefined

/** What an application decides, by the name of what is asked. */
export interface Hooks<Context> {
  readonly authorize: ChannelAuthOptions<Context>['authorize']
  readonly authenticate: UserAuthOptions<Context>['authenticate']
  readonly authorizeQuery: QueryHandlerOptions<Context>['authorize']
  /** For every kind of event. */
  readonly listen: NonNullable<WebhookHandlerOptions<Context>['on']['*']>
}

const fail = (): never => {
  throw new Error(CAUSE)
}
const ADA = { user_id: 'ada', user_info: { name: 'Ada 😀' } }

/** The hooks of the table's application. The context is the host's, and `headerOf` is how it is read there. */
export function createHooks<Context>(headerOf: HeaderOf<Context>): Hooks<Context> {
  const isAda = (context: Context): boolean => headerOf(context, 'cookie') === 'session=ada'
  return {
    async authorize({ channel, kind, params }, context) {
      switch (channel) {
        case 'private-no':
        case 'presence-no':
          return false
        case 'private-rejects':
          return fail()
        case 'private-yes-as-text':
          return 'yes' as never
        case 'private-nothing':
          return undefined as never
        case 'private-user':
          return ADA
        case 'presence-true':
          return true
        case 'presence-unusable':
          return { user_id: '' }
        case 'private-session':
          return isAda(context)
        case 'private-params':
          return params.token === 'a é+&😀'
      }
      return kind === 'presence' ? ADA : true
    },
    authenticate({ params }, context) {
      switch (params.as) {
        case 'null':
          return null
        case 'undefined':
          return undefined
        case 'false':
          return false
        case 'throws':
          return fail()
        case 'unusable':
          return { id: 'no spaces please' }
        case 'watcher':
          return { id: 'ada', user_info: { name: 'Ada 😀' }, watchlist: ['ben', 'cleo'] }
        case 'session':
          return isAda(context) && { id: 'ada' }
      }
      return { id: 'ada' }
    },
    authorizeQuery(query, context) {
      switch (query.resource === 'channels' ? query.prefix : query.channel) {
        case 'private-no':
          return false
        case 'private-throws':
          return fail()
        case 'private-says-nothing':
          return {}
        case 'private-session':
          return isAda(context)
      }
      return true
    },
    listen: (event) => void (event.channel === 'throws' && fail()),
  }
}

/** A hook that throws at once, where the others reject. */
export const throwing = <Context>(
  hook: ChannelAuthOptions<Context>['authorize'],
): ChannelAuthOptions<Context>['authorize'] => {
  return (request, context) => (request.channel === 'private-throws' ? fail() : hook(request, context))
}
