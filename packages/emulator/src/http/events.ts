import { LIMITS } from '@pusherkit/core/contract'
import { deliver } from '../events/deliver.ts'
import type { JsonObject } from '../json-object.ts'
import { badRequest } from './api-error.ts'
import { attributesOf } from './attributes.ts'
import { readChannelName } from './channel-name.ts'
import type { Endpoint } from './endpoint.ts'
import { readEventFields } from './event-fields.ts'
import { readJsonBody } from './json-body.ts'

/** One `channel`, or up to 100 `channels`. A channel that is named twice gets the event once. */
function readChannels({ channel, channels }: JsonObject): readonly string[] {
  if (channel !== undefined && channels !== undefined) throw badRequest('Give channel or channels, not both')
  if (channel !== undefined) return [readChannelName(channel)]
  if (!Array.isArray(channels) || channels.length === 0) {
    throw badRequest('channels must be a list of 1 to 100 channel names')
  }
  if (channels.length > LIMITS.channelsPerTrigger) {
    throw badRequest(
      `An event may go to ${LIMITS.channelsPerTrigger} channels, but ${channels.length} were given`,
    )
  }
  return [...new Set(channels.map(readChannelName))]
}

/**
 * `POST /apps/{id}/events`: publishes one event.
 *
 * Source: Channels HTTP API reference, "Post event".
 */
export const postEvents: Endpoint = ({ app, body }) => {
  const fields = readJsonBody(body)
  const { event, data, socketId, info } = readEventFields(fields)
  const channels = readChannels(fields)
  for (const channel of channels) deliver(app, { channel, event, data }, socketId)
  if (info.length === 0) return {}
  return {
    channels: Object.fromEntries(channels.map((channel) => [channel, attributesOf(app, channel, info)])),
  }
}
