import { toBase64 } from '#digest'
import type { Rules } from '../config/rules.ts'
import { type ChannelKind, channelKind } from '../contract/channel-kind.ts'
import { requireEncryption } from '../encryption/require-encryption.ts'
import { channelAuth } from '../signing/socket-auth.ts'
import type { Token } from '../signing/token.ts'
import { assertChannel } from '../validate/channel.ts'
import { invalid } from '../validate/invalid.ts'
import { toJson } from '../validate/json.ts'
import { toPresenceData } from '../validate/presence-data.ts'
import { assertSocketId } from '../validate/socket-id.ts'

/** Who a subscriber of a presence channel is. */
export interface PresenceData {
  /** At most 128 characters. Unique among the members. */
  readonly user_id: string | number
  /** What the other members may know. With the id at most 1 kB on hosted Pusher. */
  readonly user_info?: unknown
}

/** How strict to be about what is authorized. */
export interface AuthorizeOptions {
  /**
   * False also signs what is usually a mistake: public channels, and presence channels without data. Servers accept the
   * latter from a client that is signed in, whose user it then takes. True unless told otherwise.
   */
  readonly strict?: boolean | undefined
}

/** What a channel authorization endpoint answers, as JSON and with status 200. */
export interface ChannelAuthorization {
  readonly auth: string
  /** The exact text that was signed; on presence channels, or when data was given. */
  readonly channel_data?: string
  /** The channel's key, base64; on encrypted channels. */
  readonly shared_secret?: string
}

/**
 * Signs a client's subscription.
 *
 * Source: Channels "Authentication signatures", private and presence channels; "Encrypted channels".
 */
export function authorizeChannel(
  token: Token,
  rules: Rules,
  socketId: unknown,
  channel: unknown,
  data: unknown,
  { strict = true }: AuthorizeOptions = {},
): ChannelAuthorization {
  assertSocketId(socketId, 'socketId')
  assertChannel(channel, rules.maxChannelLength)
  const kind = channelKind(channel)
  if (strict && kind === 'public') {
    const rule =
      'it is public: nobody needs authorization to subscribe. Private names start with "private-", "private-encrypted-" or "presence-"'
    invalid('ERR_PUSHER_INVALID_CHANNEL', 'channel', channel, rule)
  }
  const channel_data = toChannelData(kind, data, strict, rules)
  const auth = channelAuth(token, socketId, channel, channel_data)
  return {
    auth,
    ...(channel_data === undefined ? {} : { channel_data }),
    ...(kind === 'private-encrypted'
      ? { shared_secret: toBase64(requireEncryption(rules.encryption, channel).sharedSecret(channel)) }
      : {}),
  }
}

function toChannelData(kind: ChannelKind, data: unknown, strict: boolean, rules: Rules): string | undefined {
  const absent = data === undefined || data === null
  if (kind === 'presence' && (strict || !absent)) return toPresenceData(data, rules.maxPresenceBytes)
  return absent ? undefined : toJson(data, 'data')
}
