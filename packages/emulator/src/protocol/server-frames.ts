import type { PresenceMember } from './presence-member.ts'
import type { ProtocolError } from './protocol-error.ts'

/** An event on a channel, as subscribers receive it. */
export interface ChannelEvent {
  readonly channel: string
  readonly event: string
  /** Text, as the publisher encoded it. */
  readonly data: string
  /** Who sent it: only on client events of presence channels. */
  readonly user_id?: string | undefined
}

interface Frame {
  readonly event: string
  readonly channel?: string
  readonly data?: unknown
  readonly user_id?: string | undefined
}

/** `JSON.stringify` leaves out what is undefined, so every frame has exactly the keys it needs. */
const encode = (frame: Frame): string => JSON.stringify(frame)

/** The first frame of a connection. pusher-js fails the handshake without `activity_timeout` (s). */
export const connectionEstablished = (socketId: string, activityTimeout: number): string =>
  encode({
    event: 'pusher:connection_established',
    data: JSON.stringify({ socket_id: socketId, activity_timeout: activityTimeout }),
  })

/** The one event whose `data` is an object on hosted Pusher too, like those of sign-in. */
export const errorFrame = ({ message, code }: ProtocolError): string =>
  encode({ event: 'pusher:error', data: { message, code } })

/** Asks a silent client whether it is there. */
export const PING: string = encode({ event: 'pusher:ping', data: {} })

/** Answers a client that asks. */
export const PONG: string = encode({ event: 'pusher:pong', data: {} })

/** Names are user ids, so this goes by entries: an assignment to `__proto__` would be lost. */
const presenceHash = (members: ReadonlyMap<string, PresenceMember>): string =>
  JSON.stringify({
    presence: {
      ids: [...members.keys()],
      hash: Object.fromEntries([...members].map(([id, member]) => [id, member.info])),
      count: members.size,
    },
  })

/** @param members Who is there, the newcomer included; undefined off presence channels. */
export const subscriptionSucceeded = (
  channel: string,
  members: ReadonlyMap<string, PresenceMember> | undefined,
): string =>
  encode({
    event: 'pusher_internal:subscription_succeeded',
    channel,
    data: members ? presenceHash(members) : '{}',
  })

/**
 * Makes pusher-js raise `pusher:subscription_error` on the channel: it hands every event of a channel that is not
 * `pusher_internal:` to the channel's callbacks. The data is that of its own `AuthError`.
 */
export const subscriptionError = (channel: string, error: ProtocolError): string =>
  encode({
    event: 'pusher:subscription_error',
    channel,
    data: { type: 'AuthError', error: error.message, status: 401 },
  })

/** Somebody came who was not there. */
export const memberAdded = (channel: string, member: PresenceMember): string =>
  encode({
    event: 'pusher_internal:member_added',
    channel,
    data: JSON.stringify({ user_id: member.id, user_info: member.info }),
  })

/** Somebody's last connection left. */
export const memberRemoved = (channel: string, member: PresenceMember): string =>
  encode({ event: 'pusher_internal:member_removed', channel, data: JSON.stringify({ user_id: member.id }) })

/** @param userData The text that the application server signed, untouched. */
export const signinSuccess = (userData: string): string =>
  encode({ event: 'pusher:signin_success', data: { user_data: userData } })

/** An event for the subscribers of a channel. */
export const channelEvent = ({ event, channel, data, user_id }: ChannelEvent): string =>
  encode({ event, channel, data, user_id })

/** How many subscriptions a channel has now. */
export const subscriptionCount = (channel: string, count: number): string =>
  encode({
    event: 'pusher_internal:subscription_count',
    channel,
    data: JSON.stringify({ subscription_count: count }),
  })

/** A cache channel has no event to begin with. It carries no data. */
export const cacheMiss = (channel: string): string => encode({ event: 'pusher:cache_miss', channel })

/** Users who came online, or went offline. */
export interface WatchlistEvent {
  readonly name: 'online' | 'offline'
  readonly user_ids: readonly string[]
}

/** For the connection, not for a channel: pusher-js hands each to `pusher.user.watchlist`. */
export const watchlistEvents = (events: readonly WatchlistEvent[]): string =>
  encode({ event: 'pusher_internal:watchlist_events', data: JSON.stringify({ events }) })
