import type { App } from '../apps/app.ts'
import { type ChannelEvent, channelEvent } from '../protocol/server-frames.ts'
import { recipientsOf } from './recipients.ts'

/**
 * Delivers an event to everybody it is for. The frame is encoded once, however many they are.
 *
 * @param exceptSocketId The connection that must not get it: the one that caused it.
 * @returns To how many it went.
 */
export function deliver(app: App, event: ChannelEvent, exceptSocketId?: string): number {
  const frame = channelEvent(event)
  let count = 0
  for (const connection of recipientsOf(app, event.channel)) {
    if (connection.socketId === exceptSocketId) continue
    connection.send(frame)
    count++
  }
  return count
}
