/**
 * Which events there are on which channels, and what each carries: channel name → event name → data.
 *
 * ```ts
 * interface AppEvents {
 *   orders: { created: { id: number } }
 *   [channel: `private-order-${string}`]: { shipped: { at: string } }
 * }
 * ```
 *
 * Any object type is accepted, because an `interface` has no implicit index signature to check the inside by. Where
 * several patterns fit a channel, it carries the events of all of them.
 */
export type EventMap = object

/** Every event with every data on every channel: what holds until you tell more. */
export interface AnyEvents {
  readonly [channel: string]: { readonly [event: string]: unknown }
}

/** The channels of a map: names, and patterns such as `` `private-order-${string}` ``. */
export type ChannelName<Events extends EventMap> = Extract<keyof Events, string>

/** The events that every one of these channels carries. */
export type EventName<Events extends EventMap, Channel extends ChannelName<Events>> = Extract<
  keyof Events[Channel],
  string
>

/** The data that suits each of these events on each of these channels. */
export type EventData<
  Events extends EventMap,
  Channel extends ChannelName<Events>,
  Event extends EventName<Events, Channel>,
> = (
  Channel extends unknown
    ? Event extends unknown
      ? (data: Events[Channel][Event & keyof Events[Channel]]) => void
      : never
    : never
) extends (data: infer Data) => void
  ? Data
  : never

/** The events that at least one of these channels carries. */
export type ReceivedEventName<
  Events extends EventMap,
  Channel extends ChannelName<Events>,
> = Channel extends unknown ? Extract<keyof Events[Channel], string> : never

/** What an event carries on any of these channels that has it. */
export type ReceivedEventData<
  Events extends EventMap,
  Channel extends ChannelName<Events>,
  Event extends string,
> = Channel extends unknown ? (Event extends keyof Events[Channel] ? Events[Channel][Event] : never) : never
