import { recipientsOf } from '../events/recipients.ts'
import { quote } from '../quote.ts'
import { badRequest } from './api-error.ts'
import { ATTRIBUTES, attributesOf, missing, readAttributes } from './attributes.ts'
import { readChannelName } from './channel-name.ts'
import type { Endpoint } from './endpoint.ts'
import { textParameter } from './query.ts'

/**
 * `GET /apps/{id}/channels/{channel}`: whether anybody is subscribed, how many, and the last event of a cache channel.
 *
 * Source: Channels HTTP API reference, "GET channel".
 */
export const getChannel: Endpoint = ({ app, subject, query }) => {
  const channel = readChannelName(subject, app.rules.limits)
  const info = readAttributes(textParameter(query, 'info'), ATTRIBUTES)
  for (const attribute of info) {
    const why = missing(app, channel, attribute)
    if (why !== undefined) throw badRequest(`The attribute ${quote(attribute)} ${why}`)
  }
  return { occupied: recipientsOf(app, channel).length > 0, ...attributesOf(app, channel, info) }
}
