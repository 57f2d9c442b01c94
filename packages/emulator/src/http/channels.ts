import { badRequest } from './api-error.ts'
import { attributesOf, COUNTS, readAttributes } from './attributes.ts'
import type { Endpoint } from './endpoint.ts'
import { textParameter } from './query.ts'

/**
 * `GET /apps/{id}/channels`: the occupied channels.
 *
 * Source: Channels HTTP API reference, "GET channels".
 */
export const getChannels: Endpoint = ({ app, query }) => {
  const prefix = textParameter(query, 'filter_by_prefix')
  const info = readAttributes(textParameter(query, 'info'), COUNTS)
  if (info.includes('subscription_count')) {
    throw badRequest(
      'The attribute "subscription_count" is not available for a list of channels; info knows user_count',
    )
  }
  if (info.length > 0 && !prefix.startsWith('presence-')) {
    throw badRequest(
      'user_count may only be requested for presence channels: give a filter_by_prefix that starts with presence-',
    )
  }
  const channels = app.channels.occupied(prefix)
  return { channels: Object.fromEntries(channels.map(({ name }) => [name, attributesOf(app, name, info)])) }
}
