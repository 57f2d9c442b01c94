import { LIMITS } from '../contract/limits.ts'
import { hasChannelCharacters } from '../contract/names.ts'
import { invalid } from './invalid.ts'

const CODE = 'ERR_PUSHER_INVALID_CHANNEL'

/**
 * Throws unless a name may be used as a channel.
 *
 * @param maxLength The limit of the server we talk to, in characters: 164 on hosted Pusher, 200 elsewhere.
 * @throws PusherValidationError `ERR_PUSHER_INVALID_CHANNEL`
 */
export function assertChannel(
  name: unknown,
  maxLength: number,
  parameter = 'channel',
): asserts name is string {
  if (typeof name !== 'string') invalid(CODE, parameter, name, 'a channel name is a string')
  if (name === '') invalid(CODE, parameter, name, 'a channel name has at least one character')
  if (!hasChannelCharacters(name)) {
    invalid(CODE, parameter, name, 'a channel name may only hold A-Z a-z 0-9 _ - = @ , . ;')
  }
  if (name.length > maxLength) {
    const whose =
      maxLength === LIMITS.hostedChannelNameLength
        ? `hosted Pusher allows ${maxLength} characters (self-hosted servers up to ${LIMITS.channelNameLength})`
        : `at most ${maxLength} characters are allowed (${LIMITS.hostedChannelNameLength} on hosted Pusher)`
    invalid(CODE, parameter, name, `has ${name.length} characters: ${whose}`, maxLength)
  }
}

/**
 * Makes the list of channels that one trigger addresses. The caller's array is not touched.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_CHANNEL`
 */
export function toChannels(channels: unknown, maxLength: number): string[] {
  if (!Array.isArray(channels)) {
    assertChannel(channels, maxLength, 'channels')
    return [channels]
  }
  const { channelsPerTrigger } = LIMITS
  if (channels.length === 0) invalid(CODE, 'channels', channels, 'an event needs at least one channel', 1)
  if (channels.length > channelsPerTrigger) {
    const rule = `one event goes to at most ${channelsPerTrigger} channels: split it into several triggers`
    invalid(CODE, 'channels', channels, rule, channelsPerTrigger)
  }
  return channels.map((name: unknown, index) => {
    assertChannel(name, maxLength, `channels[${index}]`)
    return name
  })
}
