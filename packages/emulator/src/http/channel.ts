import { recipientsOf } from '../events/recipients.ts'
import { quote } from '../quote.ts'
import { badRequest } from './api-error.ts'
import { attributesOf, hasAttribute, readAttributes } from './attributes.ts'
import { readChannelName } from './channel-name.ts'
import type { Endpoint } from './endpoint.ts'
import { textParameter } from './query.ts'

/**
 * `GET /apps/{id}/channels/{channel}`: whether anybody is subscribed, and how many.
 *
 * Source: Channels HTTP API reference, "GET channel".
 */
export const getChannel: Endpoint = ({ app, subject, query }) => {
  const channel = readChannelName(subject)
  const info = readAttributes(textParameter(query, 'info'))
  const missing = info.find((attribute) => !hasAttribute(channel, attribute))
  if (missing) throw badRequest(`The attribute ${quote(missing)} is only available on presence channels`)
  return { occupied: recipientsOf(app, channel).length > 0, ...attributesOf(app, channel, info) }
}
