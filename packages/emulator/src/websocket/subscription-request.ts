import { isJsonObject } from '../json-object.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'

/** What `pusher:subscribe` asks for, with the types checked and nothing else. */
export interface SubscriptionRequest {
  readonly channel: string
  /** `{key}:{signature}`; empty when the client sent none. */
  readonly auth: string
  /** The exact text that the application server signed. */
  readonly channelData: string | undefined
}

/** Reads the `channel` that `pusher:subscribe` and `pusher:unsubscribe` name. */
export function readChannel(data: unknown): string {
  if (isJsonObject(data) && typeof data.channel === 'string') return data.channel
  throw new ProtocolError('Invalid message: data must be an object with a channel, a string')
}

const optionalText = (data: unknown, name: string): string | undefined => {
  const value = isJsonObject(data) ? data[name] : undefined
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined
  throw new ProtocolError(`Invalid message: ${name} must be a string`)
}

/** Reads the data of `pusher:subscribe`. */
export const readSubscription = (data: unknown): SubscriptionRequest => ({
  channel: readChannel(data),
  auth: optionalText(data, 'auth') ?? '',
  channelData: optionalText(data, 'channel_data'),
})
