import { isAuthorizedChannel, LIMITS } from '@pusherkit/core/contract'
import { deliver } from '../events/deliver.ts'
import type { ClientFrame } from '../protocol/client-frame.ts'
import { ERROR_CODES } from '../protocol/error-codes.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { quote } from '../quote.ts'
import type { Session } from './session.ts'

const reject = (why: string): ProtocolError =>
  new ProtocolError(`Client event rejected: ${why}`, ERROR_CODES.clientEventRejected)

function readChannel({ connection }: Session, channel: unknown): string {
  if (typeof channel !== 'string') throw reject('channel must be a string')
  if (!isAuthorizedChannel(channel)) {
    throw reject(`only private and presence channels carry client events, and ${quote(channel)} is neither`)
  }
  if (!connection.subscriptions.has(channel)) throw reject(`subscribe to ${quote(channel)} first`)
  return channel
}

/** Clients send any JSON; subscribers of every kind of event receive text. */
function encodeData({ app }: Session, data: unknown): string {
  const { eventDataBytes } = app.rules.limits
  if (data === undefined) throw reject('data is missing')
  const text = typeof data === 'string' ? data : JSON.stringify(data)
  const size = Buffer.byteLength(text)
  if (size <= eventDataBytes) return text
  throw reject(`data has ${size} bytes, and ${eventDataBytes} are allowed`)
}

/**
 * Delivers a `client-` event to the other subscribers of its channel; on a presence channel it says who sent it.
 * The protocol does not forbid it on encrypted channels, although the client libraries do not send any there.
 *
 * Source: Channels WebSocket protocol, "Triggering channel client events".
 */
export function sendClientEvent(session: Session, frame: ClientFrame): void {
  const { app, connection } = session
  if (!app.rules.clientEvents) throw reject('they are switched off for this app')
  if (frame.event.length > LIMITS.eventNameLength) {
    throw reject(`an event name may have ${LIMITS.eventNameLength} characters`)
  }
  const channel = readChannel(session, frame.channel)
  const data = encodeData(session, frame.data)
  if (!session.clientEvents.take()) {
    throw reject(`a connection may send ${app.rules.limits.clientEventsPerSecond} a second`)
  }
  const { event } = frame
  const { socketId: socket_id } = connection
  const user_id = app.channels.find(channel)?.memberOf(connection)?.id
  deliver(app, { event, channel, data, user_id }, socket_id)
  app.record({
    kind: 'client_event',
    channel,
    event,
    data,
    socketId: socket_id,
    ...(user_id === undefined ? {} : { userId: user_id }),
  })
  app.feed.publish({
    name: 'client_event',
    channel,
    event,
    data,
    socket_id,
    ...(user_id === undefined ? {} : { user_id }),
  })
}
