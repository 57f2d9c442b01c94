import type { ChannelName, EventMap, ReceivedEventData, ReceivedEventName } from './event-map.ts'

/** What a `Channel` of pusher-js has, as far as it is needed here. */
export interface ChannelLike {
  readonly name: string
  bind(event: string, callback: (data: never, metadata?: never) => void): unknown
  unbind(event?: string, callback?: (data: never, metadata?: never) => void): unknown
}

/** What comes with an event: the sender's user id, for client events on presence channels. */
export interface EventMetadata {
  readonly user_id?: string
}

/** Receives an event's data. */
export type EventCallback<Data> = (data: Data, metadata?: EventMetadata) => void

/** `bind` and `unbind` of a channel whose events are known. */
export interface TypedBinding<Events extends EventMap, Name extends ChannelName<Events>> {
  readonly name: Name
  /** Calls back for each event of this name. */
  bind<const Event extends ReceivedEventName<Events, Name>>(
    event: Event,
    callback: EventCallback<ReceivedEventData<Events, Name, Event>>,
  ): this
  /** Calls back for an event of the protocol, such as `pusher:subscription_succeeded`. */
  bind(event: `pusher:${string}`, callback: EventCallback<unknown>): this
  /** Ends the calls to one callback, of one event, or all. */
  unbind<const Event extends ReceivedEventName<Events, Name>>(
    event?: Event,
    callback?: EventCallback<ReceivedEventData<Events, Name, Event>>,
  ): this
  unbind(event: `pusher:${string}`, callback?: EventCallback<unknown>): this
}

/** A channel whose events are known. Everything but `bind` and `unbind` is as it was. */
export type TypedChannel<
  Events extends EventMap,
  Name extends ChannelName<Events> = ChannelName<Events>,
  Channel extends ChannelLike = ChannelLike,
> = Omit<Channel, keyof TypedBinding<Events, Name>> & TypedBinding<Events, Name>

/**
 * Tells TypeScript which events a subscribed channel gets. At run time it returns its argument.
 *
 * ```ts
 * const order = typedChannel<AppEvents, 'private-order-7'>(pusher.subscribe('private-order-7'))
 * order.bind('shipped', ({ at }) => console.log(at))
 * ```
 *
 * The second type is the channel, or a pattern of the map; without it, the events of all channels are known. The third
 * keeps what else the channel can do: `typedChannel<AppEvents, 'presence-room', PresenceChannel>(channel).members`.
 */
export const typedChannel = <
  Events extends EventMap,
  Name extends ChannelName<Events> = ChannelName<Events>,
  Channel extends ChannelLike = ChannelLike,
>(
  channel: Channel,
): TypedChannel<Events, Name, Channel> => channel as unknown as TypedChannel<Events, Name, Channel>
