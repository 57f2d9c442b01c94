import { isCacheChannel } from '@pusherkit/core/contract'
import type { App } from '../apps/app.ts'
import type { ChannelEvent } from '../protocol/server-frames.ts'
import { deliver } from './deliver.ts'

/**
 * Delivers an event of the application server. A cache channel keeps it for those who come later, who get it even
 * when it was not meant for the connection that caused it.
 */
export function publish(app: App, event: ChannelEvent, exceptSocketId: string | undefined): void {
  if (isCacheChannel(event.channel)) {
    app.cache.keep(event)
    const occupied = app.channels.find(event.channel)
    if (occupied) occupied.isMissKnown = false
  }
  const recipients = deliver(app, event, exceptSocketId)
  const { channel, event: name, data } = event
  app.record({
    kind: 'event',
    channel,
    event: name,
    data,
    ...(exceptSocketId === undefined ? {} : { excluded: exceptSocketId }),
    recipients,
  })
}
