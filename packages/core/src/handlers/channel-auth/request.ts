import { type ChannelKind, channelKind } from '../../contract/channel-kind.ts'
import { LIMITS } from '../../contract/limits.ts'
import { assertChannel } from '../../validate/channel.ts'
import { invalid } from '../../validate/invalid.ts'
import { assertSocketId } from '../../validate/socket-id.ts'
import type { Params } from '../handler-options.ts'
import { refuse } from '../refused.ts'

/** A client that wants to subscribe. */
export interface ChannelAuthRequest {
  /** A valid name of a channel that is not public. */
  readonly channel: string
  readonly kind: Exclude<ChannelKind, 'public'>
  readonly socketId: string
  readonly params: Params
}

/** Most channels that one request may ask for. */
const MAX_BATCH = 100

/**
 * Checks what the client sent, before the user's hook sees it. The longest name that hosted Pusher takes is checked when
 * the answer is signed, because only the client knows the server.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_SOCKET_ID`, `ERR_PUSHER_INVALID_CHANNEL`
 */
export function toChannelAuthRequest(
  socketId: unknown,
  channel: unknown,
  params: Params,
): ChannelAuthRequest {
  assertSocketId(socketId)
  assertChannel(channel, LIMITS.channelNameLength, 'channel_name')
  const kind = channelKind(channel)
  if (kind === 'public') {
    const rule = 'it is public: nobody needs authorization to subscribe'
    invalid('ERR_PUSHER_INVALID_CHANNEL', 'channel_name', channel, rule)
  }
  return { channel, kind, socketId, params }
}

/** @throws Refused `ERR_PUSHER_INVALID_BATCH` */
export function assertBatch(list: readonly string[], allowed: boolean): void {
  if (!allowed) {
    const rule = 'one request asks for one channel. The option batch of the handler allows more'
    refuse('ERR_PUSHER_INVALID_BATCH', `channel_name is a list of ${list.length}, but ${rule}`)
  }
  if (list.length > MAX_BATCH) {
    const rule = `one request asks for at most ${MAX_BATCH} channels`
    refuse('ERR_PUSHER_INVALID_BATCH', `channel_name is a list of ${list.length}, but ${rule}`)
  }
}
