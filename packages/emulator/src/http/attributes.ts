import { type ChannelAttributes, isCacheChannel, isPresenceChannel } from '@pusherkit/core/contract'
import type { App } from '../apps/app.ts'
import type { CachedEvent } from '../channels/event-cache.ts'
import { recipientsOf } from '../events/recipients.ts'
import { quote } from '../quote.ts'
import { badRequest } from './api-error.ts'

/** What `info` may ask for. */
export type Attribute = keyof ChannelAttributes

/** What it may ask for when an event is published, and of a list of channels. */
export const COUNTS: readonly Attribute[] = ['user_count', 'subscription_count']
/** What it may ask of one channel. */
export const ATTRIBUTES: readonly Attribute[] = [...COUNTS, 'cache']

/** Reads an `info` text: names with commas between them, none when it is empty. */
export function readAttributes(info: string, available: readonly Attribute[]): readonly Attribute[] {
  if (info === '') return []
  return info.split(',').map((name) => {
    const attribute = available.find((known) => known === name)
    if (attribute) return attribute
    throw badRequest(`The attribute ${quote(name)} is not available; info knows ${available.join(', ')}`)
  })
}

/** Why a channel does not have an attribute; undefined when it has it. */
export function missing(app: App, channel: string, attribute: Attribute): string | undefined {
  if (attribute === 'user_count')
    return isPresenceChannel(channel) ? undefined : 'is only available on presence channels'
  if (attribute === 'cache')
    return isCacheChannel(channel) ? undefined : 'is only available on cache channels'
  return app.rules.subscriptionCounts
    ? undefined
    : 'is not available: subscriptionCounts is switched off for this app'
}

const showCached = (cached: CachedEvent | undefined): ChannelAttributes['cache'] =>
  cached ? { data: cached.event.data, ttl: cached.ttl } : null

function read(app: App, channel: string, attribute: Attribute): ChannelAttributes[Attribute] {
  if (attribute === 'cache') return showCached(app.cache.find(channel))
  if (attribute === 'user_count') return app.channels.find(channel)?.members.size ?? 0
  return recipientsOf(app, channel).length
}

/**
 * The attributes of one channel, right now. An attribute that it cannot have is left out: a request for several
 * channels asks them all the same.
 */
export const attributesOf = (
  app: App,
  channel: string,
  wanted: readonly Attribute[],
): Partial<ChannelAttributes> =>
  Object.fromEntries(
    wanted
      .filter((attribute) => missing(app, channel, attribute) === undefined)
      .map((attribute) => [attribute, read(app, channel, attribute)]),
  )
