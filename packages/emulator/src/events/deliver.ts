import type { App } from '../apps/app.ts'
import { type ChannelEvent, channelEvent } from '../protocol/server-frames.ts'
import { recipientsOf } from './recipients.ts'

/**
 * Delivers an event to everybody it is for. The frame is encoded once, however many they are.
 *
 * @param exceptSocketId The connection that must not get it: the one that caused it.
 */
export function deliver(app: App, event: ChannelEvent, exceptSocketId?: string): void {
  const frame = channelEvent(event)
  for (const connection of recipientsOf(app, event.channel)) {
    if (connection.socketId !== exceptSocketId) connection.send(frame)
  }
}
