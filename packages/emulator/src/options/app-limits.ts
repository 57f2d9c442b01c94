import { LIMITS } from '@pusherkit/core/contract'
import { isJsonObject } from '../json-object.ts'
import { quote } from '../quote.ts'
import { readWholeNumber, refuseUnknown } from './values.ts'

/** The limits of one app. The protocol's own, unless the app has others. */
export interface AppLimits {
  /** Largest `data` of one event, in UTF-8 bytes. 10,240; at most 524,288. */
  readonly eventDataBytes: number
  /** Most channels of one event. 100. */
  readonly channelsPerTrigger: number
  /** Most events of one batch. 10. */
  readonly eventsPerBatch: number
  /** Most users of one presence channel. 100. */
  readonly presenceMembers: number
  /** Largest `channel_data` of a presence member, in UTF-8 bytes. 1,024. */
  readonly presenceDataBytes: number
  /** Most client events of one connection in any second. 10. */
  readonly clientEventsPerSecond: number
  /** Longest name of a channel, in characters. 200. */
  readonly channelNameLength: number
}

const DEFAULTS: AppLimits = {
  eventDataBytes: LIMITS.eventDataBytes,
  channelsPerTrigger: LIMITS.channelsPerTrigger,
  eventsPerBatch: LIMITS.eventsPerBatch,
  presenceMembers: LIMITS.presenceMembers,
  presenceDataBytes: LIMITS.presenceDataBytes,
  // Source: Channels "Events", "Triggering client events".
  clientEventsPerSecond: 10,
  channelNameLength: LIMITS.channelNameLength,
}

// Bodies and frames end at 1 MiB, and a character may take two bytes in JSON text.
const MOST: Partial<AppLimits> = { eventDataBytes: 524_288, presenceDataBytes: 524_288 }
const MOST_OF_OTHERS = 1_000_000

/**
 * Checks the limits of an app and fills in the others.
 *
 * @throws {TypeError} Names the limit that is wrong.
 */
export function readLimits(limits: unknown, place: string): AppLimits {
  if (limits === undefined) return DEFAULTS
  if (!isJsonObject(limits)) {
    throw new TypeError(`Option ${place} must be an object of limits, but it is ${quote(limits)}`)
  }
  refuseUnknown(limits, Object.keys(DEFAULTS), place, 'the limits are')
  const read = (name: keyof AppLimits): number =>
    limits[name] === undefined
      ? DEFAULTS[name]
      : readWholeNumber(limits[name], `${place}.${name}`, 1, MOST[name] ?? MOST_OF_OTHERS)
  return {
    eventDataBytes: read('eventDataBytes'),
    channelsPerTrigger: read('channelsPerTrigger'),
    eventsPerBatch: read('eventsPerBatch'),
    presenceMembers: read('presenceMembers'),
    presenceDataBytes: read('presenceDataBytes'),
    clientEventsPerSecond: read('clientEventsPerSecond'),
    channelNameLength: read('channelNameLength'),
  }
}
