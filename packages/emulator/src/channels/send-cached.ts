import { isCacheChannel } from '@pusherkit/core/contract'
import type { App } from '../apps/app.ts'
import type { Connection } from '../connections/connection.ts'
import { cacheMiss, channelEvent } from '../protocol/server-frames.ts'
import type { Channel } from './channel.ts'

/**
 * Sends a newcomer on a cache channel the last event, or says that there is none. The app's owner is told of the first
 * newcomer who finds nothing, and not of those who come before something is published.
 *
 * Source: Channels "Cache channels".
 */
export function sendCached({ cache, feed }: App, connection: Connection, channel: Channel): void {
  const { name } = channel
  if (!isCacheChannel(name)) return
  const cached = cache.find(name)
  connection.send(cached ? channelEvent(cached.event) : cacheMiss(name))
  if (!cached && !channel.isMissKnown) feed.publish({ name: 'cache_miss', channel: name })
  channel.isMissKnown = !cached
}
