import type { Rules } from '../config/rules.ts'
import { isEncryptedChannel } from '../contract/channel-kind.ts'
import { requireEncryption } from '../encryption/require-encryption.ts'
import { assertDataSize, toData } from '../validate/data.ts'
import { toJson } from '../validate/json.ts'

/**
 * Makes the `data` of an event for the channel it goes to. What is encrypted is always JSON, text included, as
 * pusher-js expects of the official libraries for Node and PHP; the limit applies to the encrypted result.
 */
export function eventData(channel: string, data: unknown, { encryption }: Rules, parameter = 'data'): string {
  if (!isEncryptedChannel(channel)) return toData(data, parameter)
  const text = requireEncryption(encryption, channel).encrypt(channel, toJson(data, parameter))
  assertDataSize(text, parameter)
  return text
}
