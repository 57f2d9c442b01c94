import { isAuthorizedChannel } from '@pusherkit/core/contract'
import { enterChannel } from '../channels/enter-channel.ts'
import { userIdOfChannel } from '../channels/user-channel.ts'
import { tellError } from '../connections/tell-error.ts'
import type { ClientFrame } from '../protocol/client-frame.ts'
import { ERROR_CODES } from '../protocol/error-codes.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { subscriptionSucceeded } from '../protocol/server-frames.ts'
import { authorizeSubscription } from './authorize-subscription.ts'
import type { Session } from './session.ts'
import { readSubscription, type SubscriptionRequest } from './subscription-request.ts'

/**
 * The internal channel of a user needs no signature, because the sign-in had one, and no subscription, because
 * events go to everybody signed in. pusher-js subscribes to it all the same, and gets its confirmation.
 */
function confirmUserChannel({ connection }: Session, channel: string, userId: string): void {
  if (connection.user?.id !== userId) {
    throw new ProtocolError(`Sign in as this user first to subscribe to ${channel}`, ERROR_CODES.unauthorized)
  }
  connection.send(subscriptionSucceeded(channel, undefined))
}

function admit(session: Session, request: SubscriptionRequest): void {
  const userId = userIdOfChannel(request.channel)
  if (userId !== undefined) {
    confirmUserChannel(session, request.channel, userId)
    return
  }
  const member = authorizeSubscription(session, request)
  if (isAuthorizedChannel(request.channel)) session.authorized()
  enterChannel(session.app, session.connection, request.channel, member)
}

/**
 * Answers `pusher:subscribe`. A refusal is said twice: `pusher:error`, as hosted Pusher does, and on the channel, for
 * pusher-js to raise `pusher:subscription_error`.
 */
export function subscribe(session: Session, frame: ClientFrame): void {
  const { app, connection } = session
  const request = readSubscription(frame.data)
  if (connection.subscriptions.has(request.channel)) {
    throw new ProtocolError(`Existing subscription to channel ${request.channel}`)
  }
  try {
    admit(session, request)
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    tellError(app, connection, error, request.channel)
  }
}
