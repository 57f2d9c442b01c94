import { publish } from '../events/publish.ts'
import type { JsonObject } from '../json-object.ts'
import type { AppLimits } from '../options/app-limits.ts'
import { badRequest } from './api-error.ts'
import { attributesOf } from './attributes.ts'
import { readChannelName } from './channel-name.ts'
import type { Endpoint } from './endpoint.ts'
import { readEventFields } from './event-fields.ts'
import { readParameters } from './parameters.ts'

/** One `channel`, or several `channels`. A channel that is named twice gets the event once. */
function readChannels({ channel, channels }: JsonObject, limits: AppLimits): readonly string[] {
  if (channel !== undefined && channels !== undefined) throw badRequest('Give channel or channels, not both')
  if (channel !== undefined) return [readChannelName(channel, limits)]
  if (!Array.isArray(channels) || channels.length === 0) {
    throw badRequest(`channels must be a list of 1 to ${limits.channelsPerTrigger} channel names`)
  }
  if (channels.length > limits.channelsPerTrigger) {
    throw badRequest(
      `An event may go to ${limits.channelsPerTrigger} channels, but ${channels.length} were given`,
    )
  }
  return [...new Set(channels.map((name: unknown) => readChannelName(name, limits)))]
}

/**
 * `POST /apps/{id}/events`: publishes one event.
 *
 * Source: Channels HTTP API reference, "Post event".
 */
export const postEvents: Endpoint = ({ app, query, body }) => {
  const { limits } = app.rules
  const fields = readParameters(query, body)
  const { event, data, socketId, info } = readEventFields(fields, limits)
  const channels = readChannels(fields, limits)
  for (const channel of channels) publish(app, { channel, event, data }, socketId)
  if (info.length === 0) return {}
  return {
    channels: Object.fromEntries(channels.map((channel) => [channel, attributesOf(app, channel, info)])),
  }
}
