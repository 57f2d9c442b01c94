import type { App } from '../apps/app.ts'
import { errorNews } from '../journal/news.ts'
import type { ProtocolError } from '../protocol/protocol-error.ts'
import { errorFrame, subscriptionError } from '../protocol/server-frames.ts'
import type { Connection } from './connection.ts'

/**
 * Tells a client what it did wrong, and the journal that it was told.
 *
 * @param channel The channel that it may not subscribe to: it is told there as well.
 */
export function tellError(app: App, connection: Connection, error: ProtocolError, channel?: string): void {
  connection.send(errorFrame(error))
  if (channel !== undefined) connection.send(subscriptionError(channel, error))
  app.record(errorNews(connection.socketId, error, channel))
}
