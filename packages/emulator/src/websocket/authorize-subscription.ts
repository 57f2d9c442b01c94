import { isAuthorizedChannel, isChannelName, isPresenceChannel } from '@pusherkit/core/contract'
import { channelAuth } from '@pusherkit/core/signing'
import { ERROR_CODES } from '../protocol/error-codes.ts'
import { type PresenceMember, readPresenceMember } from '../protocol/presence-member.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { quote } from '../quote.ts'
import { checkAuth } from './check-auth.ts'
import type { Session } from './session.ts'
import type { SubscriptionRequest } from './subscription-request.ts'

function checkName({ app }: Session, channel: string): void {
  const { channelNameLength } = app.rules.limits
  if (isChannelName(channel, channelNameLength)) return
  throw new ProtocolError(
    `Invalid channel name ${quote(channel)}: it must be 1 to ${channelNameLength} of A-Z a-z 0-9 _ - = @ , . ;`,
  )
}

/**
 * Whoever signs `channel_data` signs it on any channel, so it belongs to the signed text whenever there is one: some
 * server libraries add it to private channels.
 */
function checkSignature(
  { app, connection }: Session,
  { channel, auth, channelData }: SubscriptionRequest,
): void {
  const signed = [connection.socketId, channel, ...(channelData === undefined ? [] : [channelData])].join(':')
  checkAuth(auth, channelAuth(app.token, connection.socketId, channel, channelData), signed)
}

/** A signed-in connection may leave out `channel_data`: it joins as the user it signed in as. */
function readMember(
  { app, connection }: Session,
  { channel, channelData }: SubscriptionRequest,
): PresenceMember {
  if (channelData !== undefined) return readPresenceMember(channelData, app.rules.limits.presenceDataBytes)
  if (connection.user) return connection.user
  throw new ProtocolError(
    `${channel} needs channel_data with a user_id, or a connection that signed in`,
    ERROR_CODES.unauthorized,
  )
}

function checkCapacity({ app }: Session, channel: string, member: PresenceMember): void {
  const members = app.channels.find(channel)?.members
  const most = app.rules.limits.presenceMembers
  if (!members || members.has(member.id) || members.size < most) return
  throw new ProtocolError(`${channel} is full: it may have ${most} members`)
}

/**
 * Decides whether a connection may subscribe.
 *
 * @returns The member that it joins a presence channel as; undefined for other channels.
 * @throws {ProtocolError} Says why it may not.
 */
export function authorizeSubscription(
  session: Session,
  request: SubscriptionRequest,
): PresenceMember | undefined {
  checkName(session, request.channel)
  if (isAuthorizedChannel(request.channel)) checkSignature(session, request)
  if (!isPresenceChannel(request.channel)) return undefined
  const member = readMember(session, request)
  checkCapacity(session, request.channel, member)
  return member
}
