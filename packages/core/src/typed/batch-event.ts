import type { ChannelName, EventData, EventMap, EventName } from '../contract/event-map.ts'
import type { TriggerParams } from '../types.ts'

/** One event of a batch whose channel, name and data belong together. */
export type BatchEventOf<
  Events extends EventMap,
  Channel extends ChannelName<Events> = ChannelName<Events>,
> = Channel extends unknown ? BatchEventOn<Events, Channel, EventName<Events, Channel>> : never

type BatchEventOn<
  Events extends EventMap,
  Channel extends ChannelName<Events>,
  Event extends EventName<Events, Channel>,
> = Event extends unknown
  ? TriggerParams & {
      readonly channel: Channel
      /** The event's name. */
      readonly name: Event
      /** A string is sent as it is, anything else as JSON: at most 10,240 bytes of UTF-8. */
      readonly data: EventData<Events, Channel, Event>
    }
  : never
