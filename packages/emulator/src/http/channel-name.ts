import { isChannelName } from '@pusherkit/core/contract'
import { userIdOfChannel } from '../channels/user-channel.ts'
import type { AppLimits } from '../options/app-limits.ts'
import { quote } from '../quote.ts'
import { badRequest } from './api-error.ts'

/** Reads the name of a channel that a request is about: an ordinary one, or a user's `#server-to-user-{id}`. */
export function readChannelName(name: unknown, { channelNameLength }: AppLimits): string {
  if (
    typeof name === 'string' &&
    (isChannelName(name, channelNameLength) || userIdOfChannel(name) !== undefined)
  )
    return name
  throw badRequest(
    `Invalid channel name ${quote(name)}: it must be 1 to ${channelNameLength} of A-Z a-z 0-9 _ - = @ , . ;`,
  )
}
