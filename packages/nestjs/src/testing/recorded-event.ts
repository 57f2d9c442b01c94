import type { SignedRequest } from '@pusherkit/core'

/** An event that was published. An event on several channels is recorded once for each. */
export interface RecordedEvent {
  /** A user's events are on `#server-to-user-{id}`. */
  readonly channel: string
  readonly event: string
  /** As a subscriber gets it. */
  readonly data: unknown
  /** The connection that was left out. */
  readonly socketId?: string
}

interface WireEvent {
  readonly name: string
  readonly data: string
  readonly channel?: string
  readonly channels?: readonly string[]
  readonly socket_id?: string
}

/** The events that a request publishes: none, unless it is that of `trigger`, `triggerBatch` or `sendToUser`. */
export function recordedEvents({ method, target, body }: SignedRequest): RecordedEvent[] {
  const [, resource] = /^[^?]*\/apps\/[^/?]+(\/[^?]*)/.exec(target) ?? []
  if (method !== 'POST' || (resource !== '/events' && resource !== '/batch_events')) return []
  const content: WireEvent & { readonly batch?: readonly WireEvent[] } = JSON.parse(body ?? '{}')
  return (content.batch ?? [content]).flatMap(
    ({ channel, channels = [channel ?? ''], name, data, socket_id }) =>
      channels.map((each) => ({
        channel: each,
        event: name,
        data: received(data),
        ...(socket_id === undefined ? {} : { socketId: socket_id }),
      })),
  )
}

/** What pusher-js makes of the data: JSON where it is some, else the text. */
function received(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return data
  }
}
