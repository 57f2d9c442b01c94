import type { Rules } from '../config/rules.ts'
import { toEvent } from '../request/trigger.ts'

/** An event, checked and written once for all the requests it may travel in. */
export interface EncodedEvent {
  /** One channel, or the list of several. */
  readonly target: string | readonly string[]
  /** JSON that is an event of a batch, and by itself the body of `POST /events`. */
  readonly text: string
  readonly asksInfo: boolean
}

/**
 * Checks and writes one event. `POST /events` takes `channel` in place of `channels` (Channels HTTP API reference), which
 * makes an event of a batch a body of its own.
 *
 * @throws PusherValidationError as `Pusher.trigger`
 */
export function encodeEvent(
  channels: unknown,
  event: unknown,
  data: unknown,
  params: unknown,
  rules: Rules,
): EncodedEvent {
  const { channels: names, ...rest } = toEvent(channels, event, data, params, rules)
  const [channel = ''] = names
  return names.length === 1
    ? { target: channel, text: JSON.stringify({ channel, ...rest }), asksInfo: rest.info !== undefined }
    : { target: names, text: JSON.stringify({ channels: names, ...rest }), asksInfo: rest.info !== undefined }
}
