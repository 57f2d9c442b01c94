import { isEncryptedChannel } from '../contract/channel-kind.ts'

/** Decrypts the data of an event on an encrypted channel; undefined when no known key opens it. */
export type Decrypt = (channel: string, data: string) => string | undefined

type Fields = Readonly<Record<string, unknown>>

/**
 * Smooths over what servers do differently: soketi and Poxa send the data of a client event as an object, some send
 * numeric user ids, and the documentation writes the subscription count as text. The event itself is not touched.
 */
export function normalizeEvent(event: Fields, decrypt: Decrypt | undefined): Fields {
  const { channel, name, subscription_count: count, user_id: userId } = event
  // Nearly all are as they should be, and need no copy.
  if (typeof userId !== 'number' && name !== 'client_event' && name !== 'subscription_count') return event
  const normal: Record<string, unknown> = { ...event }
  if (typeof userId === 'number') normal.user_id = String(userId)
  if (name === 'client_event') normal.data = toClientData(channel, event.data, decrypt)
  if (name === 'subscription_count' && typeof count === 'string' && /^\d+$/.test(count)) {
    normal.subscription_count = Number(count)
  }
  return normal
}

function toClientData(channel: unknown, data: unknown, decrypt: Decrypt | undefined): string {
  const text = typeof data === 'string' ? data : JSON.stringify(data ?? null)
  if (typeof channel !== 'string' || !isEncryptedChannel(channel)) return text
  return decrypt?.(channel, text) ?? text
}
