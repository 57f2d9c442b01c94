import type { Token } from './token.ts'

/**
 * The `auth` of a subscription: the app key and the signature of socket, channel and, on presence channels, the
 * exact `channel_data` text.
 *
 * Source: Channels "Authentication signatures", private and presence channels.
 */
export const channelAuth = (token: Token, socketId: string, channel: string, channelData?: string): string =>
  `${token.key}:${token.sign(channelData === undefined ? `${socketId}:${channel}` : `${socketId}:${channel}:${channelData}`)}`

/**
 * The `auth` of a sign-in: the app key and the signature of socket and the exact `user_data` text.
 *
 * Source: Channels "Authentication signatures", user authentication.
 */
export const userAuth = (token: Token, socketId: string, userData: string): string =>
  `${token.key}:${token.sign(`${socketId}::user::${userData}`)}`
