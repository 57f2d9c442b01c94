import { leaveChannel } from '../channels/leave-channel.ts'
import { userIdOfChannel } from '../channels/user-channel.ts'
import type { ClientFrame } from '../protocol/client-frame.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { quote } from '../quote.ts'
import type { Session } from './session.ts'
import { readChannel } from './subscription-request.ts'

/** Acts on `pusher:unsubscribe`, which has no answer when all is well. */
export function unsubscribe({ app, connection }: Session, frame: ClientFrame): void {
  const channel = readChannel(frame.data)
  if (leaveChannel(app, connection, channel)) return
  if (userIdOfChannel(channel) !== undefined) return
  throw new ProtocolError(`No current subscription to channel ${quote(channel)}`)
}
