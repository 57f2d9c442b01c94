import { LIMITS } from './limits.ts'

// Without the `m` flag `$` is the very end of the text, so a trailing line break is refused.
const CHANNEL_CHARACTERS = /^[A-Za-z0-9_\-=@,.;]+$/
const SOCKET_ID = /^\d+\.\d+$/

/** Whether every character may stand in a channel name (or user id): `A-Z a-z 0-9 _ - = @ , . ;`, at least one. */
export const hasChannelCharacters = (value: string): boolean => CHANNEL_CHARACTERS.test(value)

/**
 * Whether a name may be used as a channel. `#` names are Pusher's own and answer false.
 *
 * @param maxLength Longest name accepted, in characters; 200 unless told.
 */
export const isChannelName = (name: string, maxLength: number = LIMITS.channelNameLength): boolean =>
  name.length <= maxLength && hasChannelCharacters(name)

/** Whether a value has the form of a socket id: digits, a dot, digits. */
export const isSocketId = (value: string): boolean => SOCKET_ID.test(value)

/** Whether a value may identify a user who signs in: channel characters, 1 to 200 of them. */
export const isUserId = (value: string): boolean =>
  value.length <= LIMITS.userIdLength && hasChannelCharacters(value)
