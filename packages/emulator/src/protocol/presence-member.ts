import { LIMITS } from '@pusherkit/core/contract'
import { parseJsonObject } from '../json-object.ts'
import { ProtocolError } from './protocol-error.ts'

/** A user on a presence channel, however many connections they have. */
export interface PresenceMember {
  /** 1 to 128 characters. */
  readonly id: string
  /** What the application server tells the other members about the user. */
  readonly info: unknown
}

/**
 * Ids travel as object keys, so numbers become text: hosted Pusher answers strings as well.
 * Above 2^53 two numeric ids could become one.
 */
function readId(id: unknown): string {
  if (typeof id === 'number' && Number.isSafeInteger(id)) return String(id)
  if (typeof id === 'string' && id !== '' && id.length <= LIMITS.presenceUserIdLength) return id
  throw new ProtocolError(
    `Invalid channel_data: user_id must be a string of 1 to ${LIMITS.presenceUserIdLength} characters or a whole number up to 2^53`,
  )
}

/**
 * Reads a signed `channel_data` text: `{"user_id": …, "user_info"?: …}`.
 *
 * @param maxBytes How long the text may be, in UTF-8 bytes.
 */
export function readPresenceMember(channelData: string, maxBytes: number): PresenceMember {
  if (Buffer.byteLength(channelData) > maxBytes) {
    throw new ProtocolError(`Invalid channel_data: it may have ${maxBytes} bytes at most`)
  }
  const fields = parseJsonObject(channelData)
  if (!fields) throw new ProtocolError('Invalid channel_data: it must be the text of a JSON object')
  return { id: readId(fields.user_id), info: fields.user_info ?? {} }
}
