import { isJsonObject } from '../encoding/json-object.ts'

/**
 * Gives an answer the documented shape where a server of the family differs: Reverb writes an empty `channels` as an
 * array and a `batch` as an object, soketi and Reverb write numeric user ids as numbers.
 */
export function normalize(body: unknown): unknown {
  if (!isJsonObject(body)) return body
  const { channels, batch, users } = body
  if (Array.isArray(channels) && channels.length === 0) return { ...body, channels: {} }
  if (isJsonObject(batch)) return { ...body, batch: Object.values(batch) }
  if (Array.isArray(users)) return { ...body, users: users.map(withStringId) }
  return body
}

const withStringId = (user: unknown): unknown =>
  isJsonObject(user) && typeof user.id === 'number' ? { ...user, id: String(user.id) } : user
