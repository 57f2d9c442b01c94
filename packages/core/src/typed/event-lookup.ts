import { hasChannelCharacters } from '../contract/names.ts'
import { display } from '../error/display.ts'
import { PusherValidationError } from '../error/validation-error.ts'
import { invalid } from '../validate/invalid.ts'
import type { EventParameters, EventSchemas } from './event-definitions.ts'
import { isStandardSchema, type StandardSchema } from './standard-schema.ts'

/** Finds the validator of an event, or throws a `PusherValidationError` that names what there is. */
export type FindSchema = (channel: string, event: string, parameters: EventParameters) => StandardSchema

type Events = ReadonlyMap<string, StandardSchema>

/**
 * Prepares the lookup: an exact name wins, then the longest pattern. The definitions are copied.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export function createLookup(schemas: EventSchemas): FindSchema {
  const channels = new Map(
    Object.entries(schemas).map(([channel, events]) => [channel, toEvents(channel, events)]),
  )
  const patterns = [...channels]
    .filter(([channel]) => channel.endsWith('*'))
    .map(([channel, events]) => ({ start: channel.slice(0, -1), events }))
    .sort((a, b) => b.start.length - a.start.length)

  return (channel, event, parameters) => {
    const events = channels.get(channel) ?? patterns.find(({ start }) => channel.startsWith(start))?.events
    if (!events) {
      const rule = `the defined channels are ${list(channels.keys())}`
      return invalid('ERR_PUSHER_INVALID_CHANNEL', parameters.channel, channel, rule)
    }
    const schema = events.get(event)
    if (schema) return schema
    const rule = `the defined events of channel ${display(channel)} are ${list(events.keys())}`
    return invalid('ERR_PUSHER_INVALID_EVENT_NAME', parameters.event, event, rule)
  }
}

function toEvents(channel: string, events: unknown): Events {
  const parameter = `events[${display(channel)}]`
  if (channel !== '*' && !hasChannelCharacters(channel.endsWith('*') ? channel.slice(0, -1) : channel)) {
    refuse(parameter, 'is no channel name, nor the beginning of one with a * at the end')
  }
  if (typeof events !== 'object' || events === null)
    refuse(parameter, 'is an object of validators by event name')
  return new Map(
    Object.entries(events).map(([event, schema]) => {
      if (isStandardSchema(schema)) return [event, schema]
      return refuse(
        `${parameter}[${display(event)}]`,
        'is no validator: it has no "~standard" (zod 3.24, valibot 1, arktype 2)',
      )
    }),
  )
}

function refuse(parameter: string, rule: string): never {
  throw new PusherValidationError('ERR_PUSHER_INVALID_OPTION', `${parameter} ${rule}`, { parameter })
}

const MAX_LISTED = 10

function list(names: Iterable<string>): string {
  const all = [...names].map((name) => display(name))
  const more = all.length - MAX_LISTED
  return `${all.slice(0, MAX_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}` || 'none'
}
