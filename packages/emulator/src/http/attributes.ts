import { type ChannelAttributes, isPresenceChannel } from '@pusherkit/core/contract'
import type { App } from '../apps/app.ts'
import { recipientsOf } from '../events/recipients.ts'
import { quote } from '../quote.ts'
import { badRequest } from './api-error.ts'

/** What `info` may ask for. */
export type Attribute = 'user_count' | 'subscription_count'

const ATTRIBUTES: readonly Attribute[] = ['user_count', 'subscription_count']

/** Reads an `info` text: names with commas between them, none when it is empty. */
export function readAttributes(info: string): readonly Attribute[] {
  if (info === '') return []
  return info.split(',').map((name) => {
    const attribute = ATTRIBUTES.find((known) => known === name)
    if (attribute) return attribute
    throw badRequest(`The attribute ${quote(name)} is not available; info knows ${ATTRIBUTES.join(', ')}`)
  })
}

/** Whether a channel has an attribute: only presence channels have users. */
export const hasAttribute = (channel: string, attribute: Attribute): boolean =>
  attribute !== 'user_count' || isPresenceChannel(channel)

/**
 * The attributes of one channel, right now. An attribute that it cannot have is left out: a request for several
 * channels asks them all the same.
 */
export function attributesOf(
  app: App,
  channel: string,
  wanted: readonly Attribute[],
): Partial<Pick<ChannelAttributes, Attribute>> {
  const count = (attribute: Attribute): number =>
    attribute === 'user_count'
      ? (app.channels.find(channel)?.members.size ?? 0)
      : recipientsOf(app, channel).length
  const available = wanted.filter((attribute) => hasAttribute(channel, attribute))
  return Object.fromEntries(available.map((attribute) => [attribute, count(attribute)]))
}
