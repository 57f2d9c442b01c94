import type { AnyEvents, EventMap } from '../contract/event-map.ts'
import type { SchemaInput, SchemaOutput, StandardSchema } from './standard-schema.ts'

/** Validators by channel and event. A channel that ends in `*` stands for every name with that beginning. */
export interface EventSchemas {
  readonly [channel: string]: { readonly [event: string]: StandardSchema }
}

/** How errors call the arguments that were checked. */
export interface EventParameters {
  readonly channel: string
  readonly event: string
  readonly data: string
}

/** Events that are checked before they are sent, made by `defineEvents`. */
export interface EventDefinitions<Input extends EventMap = AnyEvents, Output extends EventMap = EventMap> {
  /**
   * Checks the data of one event, and gives what the validator made of it.
   *
   * @throws PusherValidationError (as a rejection) `ERR_PUSHER_INVALID_CHANNEL`, `ERR_PUSHER_INVALID_EVENT_NAME` for
   *   what is not defined, `ERR_PUSHER_INVALID_DATA` with what the validator says
   */
  readonly validate: (
    channels: string | readonly string[],
    event: string,
    data: unknown,
    parameters?: EventParameters,
  ) => Promise<unknown>
  /** For types only: there is no such property at run time. */
  readonly '~types'?: { readonly input: Input; readonly output: Output } | undefined
}

/** `` private-order-* `` → `` `private-order-${string}` ``. */
export type ChannelPattern<Channel extends string> = Channel extends `${infer Start}*`
  ? `${Start}${string}`
  : Channel

/** The event map that validators take: what a server may send. */
export type InputEvents<Schemas extends EventSchemas> = {
  readonly [Channel in Extract<keyof Schemas, string> as ChannelPattern<Channel>]: {
    readonly [Event in keyof Schemas[Channel]]: SchemaInput<Schemas[Channel][Event]>
  }
}

/** The event map that validators make: what a client receives. */
export type OutputEvents<Schemas extends EventSchemas> = {
  readonly [Channel in Extract<keyof Schemas, string> as ChannelPattern<Channel>]: {
    readonly [Event in keyof Schemas[Channel]]: SchemaOutput<Schemas[Channel][Event]>
  }
}

type TypesOf<Definitions extends EventDefinitions<EventMap>> = NonNullable<Definitions['~types']>

/** The event map of definitions, for what a server sends: `new Pusher<EventsOf<typeof events>>(…)`. */
export type EventsOf<Definitions extends EventDefinitions<EventMap>> = TypesOf<Definitions>['input']

/**
 * The event map of definitions, for what a client receives: `typedChannel<ReceivedEventsOf<typeof events>>(…)`. It is what
 * the validators make, before JSON: a `Date` there arrives as text.
 */
export type ReceivedEventsOf<Definitions extends EventDefinitions<EventMap>> = TypesOf<Definitions>['output']
